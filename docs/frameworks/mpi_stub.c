/* CNTK 2.7 looks for Open MPI 1.10 when it is loaded, and calls it only when several
   machines train together. These are the names that must exist for it to load. */
char ompi_mpi_char[512], ompi_mpi_comm_null[512], ompi_mpi_comm_world[512], ompi_mpi_double[512],
    ompi_mpi_float[512], ompi_mpi_int[512], ompi_mpi_long_long_int[512], ompi_mpi_op_sum[512];
void ompi_mpi_cxx_op_intercept(void) {}
void _ZN3MPI8Datatype4FreeEv(void) {}
void _ZN3MPI3Win4FreeEv(void) {}
