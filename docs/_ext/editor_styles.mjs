// CodeMirror writes its rules into a style element, which a strict Content-Security-Policy forbids.
// The document adopts them instead: this module stands in for style-mod in the bundle.
import { StyleModule as Written } from "../node_modules/style-mod/src/style-mod.js";

const sheet = new CSSStyleSheet();
const mounted = new Set();

export class StyleModule extends Written {
  static mount(_root, modules) {
    for (const module of [modules].flat()) mounted.add(module);
    sheet.replaceSync([...mounted].map((module) => module.getRules()).join("\n"));
    const others = document.adoptedStyleSheets.filter((other) => other !== sheet);
    document.adoptedStyleSheets = [...others, sheet];
  }
}
