// Read [{tex, display}] from stdin; write [{html} or {error}] to stdout.
const katex = require(process.argv[2]);
const formulas = JSON.parse(require("fs").readFileSync(0, "utf8"));
const rendered = formulas.map(({ tex, display }) => {
  try {
    const options = { displayMode: display, throwOnError: true, strict: "ignore" };
    return { html: katex.renderToString(tex, options) };
  } catch (error) {
    return { error: error.message };
  }
});
process.stdout.write(JSON.stringify(rendered));
