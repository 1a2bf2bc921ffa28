// Write a lab's title and the figure of its first state, as JSON, to stdout.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const load = (name) => import(pathToFileURL(resolve(process.argv[2], name)));
const { still } = await load("shared.js");
const { lab } = await load(`${process.argv[3]}-lab.js`);
process.stdout.write(JSON.stringify({ title: lab.title, figure: still(lab) }));
