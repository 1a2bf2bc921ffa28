from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import nnnotes as nn

# Turing's own machine (1948) and the six moments he printed, one row a moment.
WIRING = np.array([[3, 2], [3, 5], [4, 5], [3, 4], [2, 5]]) - 1
MOMENTS = [
    [1, 1, 0, 0, 1],
    [1, 1, 1, 1, 0],
    [0, 1, 1, 0, 1],
    [0, 0, 1, 1, 0],
    [1, 1, 1, 0, 1],
    [0, 0, 1, 1, 0],
]
# Unit 0 reads units 1 and 2, which keep what they hold for two moments by reading each other.
READER = [[1, 2], [3, 3], [4, 4], [1, 1], [2, 2]]


def reads(machine, x, y):
    """What unit 0 holds one moment after units 1 and 2 held x and y."""
    return machine.run(1, initial=[0, x, y, 0, 0])[1, 0]


def simulated(wiring, state, steps):
    """The machine by plain Python, one unit at a time."""
    states = [list(state)]
    for _ in range(steps):
        now = states[-1]
        states.append([0 if now[i] == now[j] == 1 else 1 for i, j in wiring])
    return states


@st.composite
def machines(draw):
    n = draw(st.integers(1, 6))
    unit, bit = st.integers(0, n - 1), st.integers(0, 1)
    wiring = draw(st.lists(st.tuples(unit, unit), min_size=n, max_size=n))
    return wiring, draw(st.lists(bit, min_size=n, max_size=n))


def test_turings_own_machine_moves_as_he_printed():
    states = nn.AType.from_wiring(WIRING).run(5, initial=MOMENTS[0])
    assert states.tolist() == MOMENTS
    assert states.dtype.kind == "i"
    assert nn.find_cycle(states) == nn.Cycle(transient=3, period=2)


@pytest.mark.parametrize(("x", "y", "expected"), [(0, 0, 1), (0, 1, 1), (1, 0, 1), (1, 1, 0)])
def test_a_unit_is_nand(x, y, expected):
    assert reads(nn.AType.from_wiring(READER), x, y) == expected


def test_three_units_by_hand():
    machine = nn.AType.from_wiring([[1, 2], [0, 2], [0, 1]])
    assert machine.run(3, initial=[1, 0, 0]).tolist() == [
        [1, 0, 0],
        [1, 1, 1],
        [0, 0, 0],
        [1, 1, 1],
    ]


@given(machines())
def test_every_machine_against_plain_python(machine):
    wiring, state = machine
    states = nn.AType.from_wiring(wiring).run(9, initial=state)
    assert states.tolist() == simulated(wiring, state, 9)


@given(machines())
def test_the_cycle_against_brute_force(machine):
    wiring, state = machine
    steps = 2 ** len(state)
    states = nn.AType.from_wiring(wiring).run(steps, initial=state).tolist()
    cycle = nn.find_cycle(states)
    assert isinstance(cycle, nn.Cycle)
    # Everything before the cycle occurs once, everything in it comes back one period later.
    pairs = product(range(steps + 1), repeat=2)
    later, earlier = min((b, a) for a, b in pairs if a < b and states[a] == states[b])
    assert (cycle.transient, cycle.period) == (earlier, later - earlier)
    assert 1 <= cycle.period <= steps
    assert cycle.transient + cycle.period <= steps


def test_a_cycle_may_start_at_once_or_stand_still():
    assert nn.find_cycle([[0, 1], [0, 1]]) == nn.Cycle(0, 1)
    assert nn.find_cycle([[0], [1], [0], [1]]) == nn.Cycle(0, 2)
    assert nn.find_cycle([[1, 1], [0, 1], [1, 0], [1, 0]]) == nn.Cycle(2, 1)


def test_the_seed_chooses_wiring_and_start():
    machine = nn.AType(50, seed=3)
    assert machine.n_units == 50
    assert machine.inputs.shape == (50, 2)
    assert {u for seed in range(20) for u in nn.AType(4, seed).inputs.flat} == {0, 1, 2, 3}
    assert (machine.inputs == nn.AType(50, seed=3).inputs).all()
    assert (machine.inputs != nn.AType(50, seed=4).inputs).any()
    assert (nn.AType(50).inputs != nn.AType(50).inputs).any()
    states = machine.run(0, seed=1)
    assert states.shape == (1, 50)
    assert set(states.ravel().tolist()) == {0, 1}
    assert (states == machine.run(0, seed=1)).all()
    assert (states != machine.run(0, seed=2)).any()
    assert (machine.run(0) != machine.run(0)).any()


def test_a_given_start_needs_no_seed_and_is_not_changed():
    start = np.array([1.0, 0.0])
    states = nn.AType.from_wiring([[0, 0], [1, 1]]).run(1, initial=start, seed=5)
    assert states.tolist() == [[1, 0], [0, 1]]
    assert start.tolist() == [1.0, 0.0]


def test_the_wiring_is_a_copy_that_nobody_can_change():
    wiring = np.array([[0, 0]])
    machine = nn.AType.from_wiring(wiring)
    wiring[0, 0] = 9
    assert machine.inputs.tolist() == [[0, 0]]
    for array in (machine.inputs, nn.AType(2).inputs, nn.BType(2).passing):
        with pytest.raises(ValueError, match="read-only"):
            array[0, 0] = 1


def test_repr():
    assert repr(nn.AType(3)) == "AType(n_units=3)"
    assert repr(nn.BType(4)) == "BType(n_units=4)"


@given(machines(), st.integers(0, 20))
def test_a_b_type_with_every_link_passing_is_the_a_type(machine, steps):
    wiring, state = machine
    b = nn.BType.from_wiring(wiring)
    assert isinstance(b, nn.BType)
    assert b.passing.all()
    assert b.n_blocked == 0
    expected = nn.AType.from_wiring(wiring).run(steps, initial=state)
    assert (b.run(steps, initial=state) == expected).all()


def test_the_same_seed_wires_both_types_alike():
    assert (nn.BType(9, seed=2).inputs == nn.AType(9, seed=2).inputs).all()
    assert nn.BType(9, seed=2).interchange is False


@pytest.mark.parametrize("x", [0, 1])
@pytest.mark.parametrize("y", [0, 1])
def test_a_blocked_link_brings_a_constant_one(x, y):
    machine = nn.BType.from_wiring(READER)
    first = machine.interfere(0, 0, passing=False)
    second = machine.interfere(0, 1, passing=False)
    both = first.interfere(0, 1, passing=False)
    assert reads(first, x, y) == 1 - y
    assert reads(second, x, y) == 1 - x
    assert reads(both, x, y) == 0
    assert reads(both.interfere(0, 0, passing=True), x, y) == 1 - x


@pytest.mark.parametrize("x", [0, 1])
@pytest.mark.parametrize("y", [0, 1])
def test_links_that_interchange_as_turing_wrote(x, y):
    machine = nn.BType.from_wiring(READER, interchange=True)
    assert machine.interchange is True
    assert reads(machine, x, y) == max(x, y)
    assert reads(machine.interfere(0, 0, passing=False), x, y) == y
    both = machine.interfere(0, 0, passing=False).interfere(0, 1, passing=False)
    assert both.interchange is True
    assert reads(both, x, y) == 0


@given(machines(), st.data())
def test_with_interchanging_links_every_state_is_an_or_of_first_states(machine, data):
    wiring, state = machine
    b = nn.BType.from_wiring(wiring, interchange=True)
    for unit, link in product(range(len(state)), (0, 1)):
        b = b.interfere(unit, link, passing=data.draw(st.booleans()))
    other = data.draw(st.lists(st.integers(0, 1), min_size=len(state), max_size=len(state)))
    together = b.run(5, initial=np.maximum(state, other))
    assert (together == np.maximum(b.run(5, initial=state), b.run(5, initial=other))).all()
    assert not b.run(5, initial=np.zeros_like(state)).any()


def test_interference_returns_another_machine():
    machine = nn.BType(5, seed=0)
    other = machine.interfere(4, 1, passing=False)
    assert machine.passing.all()
    assert machine.n_blocked == 0
    assert np.argwhere(~other.passing).tolist() == [[4, 1]]
    assert other.n_blocked == 1
    assert type(other.n_blocked) is int
    assert (other.inputs == machine.inputs).all()
    with pytest.raises(ValueError, match="read-only"):
        other.passing[0, 0] = False


def test_a_link_made_of_nand_units_does_what_turing_said():
    # Units 0 and 1 hold x, units 2 and 3 hold the setting, unit 4 is what comes out.
    link = nn.AType.from_wiring([[1, 1], [0, 0], [3, 3], [2, 2], [0, 2]])
    for x in (0, 1):
        out = {a: link.run(4, initial=[x, 1 - x, a, 1 - a, 0])[1:, 4].tolist() for a in (0, 1)}
        assert out == {0: [1] * 4, 1: [1 - x] * 4}
        in_turn = link.run(4, initial=[x, 1 - x, 0, 0, 0])[1:, 4].tolist()
        assert in_turn == [1, 1 - x, 1, 1 - x]


@pytest.mark.parametrize(
    ("call", "error", "text"),
    [
        (lambda: nn.AType(0), ValueError, "n_units: 1 이상이어야 합니다. 받은 값: 0"),
        (lambda: nn.AType(2.0), TypeError, "n_units: 정수여야 합니다. 받은 값: 2.0"),
        (lambda: nn.AType(2, seed="a"), TypeError, "seed: 정수여야 합니다. 받은 값: 'a'"),
        (
            lambda: nn.AType.from_wiring([1, 0]),
            ValueError,
            "inputs: 모양이 (n, 2)여야 합니다. 받은 값: (2,)",
        ),
        (
            lambda: nn.AType.from_wiring([[0, 0, 0]]),
            ValueError,
            "inputs: 모양이 (n, 2)여야 합니다. 받은 값: (1, 3)",
        ),
        (
            lambda: nn.AType.from_wiring(np.zeros((0, 2), dtype=int)),
            ValueError,
            "inputs: 모양이 (n, 2)여야 합니다. 받은 값: (0, 2)",
        ),
        (
            lambda: nn.AType.from_wiring([[0, 1], [1]]),
            ValueError,
            "inputs: 행의 길이가 모두 같아야 합니다. 받은 값: [[0, 1], [1]]",
        ),
        (
            lambda: nn.AType.from_wiring([[0.0, 0.0]]),
            TypeError,
            "inputs: 유닛의 번호(정수)여야 합니다. 받은 값: [[0.0, 0.0]]",
        ),
        (
            lambda: nn.AType.from_wiring([[0, 1], [2, 0]]),
            ValueError,
            "inputs: 0 이상 1 이하여야 합니다. 받은 값: 2 (위치 (1, 0))",
        ),
        (
            lambda: nn.AType.from_wiring([[0, -1], [0, 0]]),
            ValueError,
            "inputs: 0 이상 1 이하여야 합니다. 받은 값: -1 (위치 (0, 1))",
        ),
        (lambda: nn.AType(2).run(-1), ValueError, "steps: 0 이상이어야 합니다. 받은 값: -1"),
        (lambda: nn.AType(2).run(1.5), TypeError, "steps: 정수여야 합니다. 받은 값: 1.5"),
        (
            lambda: nn.AType(2).run(1, initial=[1]),
            ValueError,
            "initial: 모양이 (2,)여야 합니다. 받은 값: (1,)",
        ),
        (
            lambda: nn.AType(2).run(1, initial=[1, 2]),
            ValueError,
            "initial: 0 또는 1이어야 합니다. 받은 값: 2 (위치 (1,))",
        ),
        (
            lambda: nn.BType(2, interchange=1),
            TypeError,
            "interchange: 참이나 거짓이어야 합니다. 받은 값: 1",
        ),
        (
            lambda: nn.BType(2).interfere(2, 0, passing=False),
            ValueError,
            "unit: 1 이하여야 합니다. 받은 값: 2",
        ),
        (
            lambda: nn.BType(2).interfere(-1, 0, passing=False),
            ValueError,
            "unit: 0 이상이어야 합니다. 받은 값: -1",
        ),
        (
            lambda: nn.BType(2).interfere(0, 2, passing=False),
            ValueError,
            "link: 1 이하여야 합니다. 받은 값: 2",
        ),
        (
            lambda: nn.BType(2).interfere(0, -1, passing=False),
            ValueError,
            "link: 0 이상이어야 합니다. 받은 값: -1",
        ),
        (
            lambda: nn.BType(2).interfere(0, 0, passing=0),
            TypeError,
            "passing: 참이나 거짓이어야 합니다. 받은 값: 0",
        ),
        (
            lambda: nn.find_cycle([[0], [1]]),
            ValueError,
            "states: 같은 상태가 두 번 나올 만큼 길어야 합니다. 받은 값: (2, 1)",
        ),
        (
            lambda: nn.find_cycle([0, 1]),
            ValueError,
            "states: 모양이 (행, 열)인 행렬이어야 합니다. 받은 값: (2,)",
        ),
    ],
)
def test_messages(call, error, text):
    with pytest.raises(error) as caught:
        call()
    assert str(caught.value) == text
