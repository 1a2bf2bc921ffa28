/* Search in Korean: see the docstring of the extension korean_search. KOREAN holds the rules. */
var splitQuery = (() => {
  const SUFFIXES = new Set(KOREAN.suffixes.split(" "));
  const LONGEST = Math.max(...[...SUFFIXES].map((suffix) => suffix.length));
  const NOUNS = new Set(KOREAN.nouns.split(" "));
  const HANGUL = /^[가-힣]+$/;
  const INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
  const WEIGHT = { page: 6, section: 4, object: 6, entry: 3, place: 4 };
  const ROWS = 15;

  Object.assign(Documentation.TRANSLATIONS, {
    Searching: "찾는 중",
    "Search Results": "검색 결과",
    ", in ": ", ",
    "Search finished, found one page matching the search query.": [
      "${resultCount}곳을 찾았습니다.",
    ],
    "Your search did not match any documents. Please make sure that all words are spelled correctly and that you've selected enough categories.":
      "찾지 못했습니다. 낱말을 줄이거나 다른 표기로 찾아 보십시오.",
  });

  // Words: the same rules as in Python.

  const strip = (word, glued) => {
    for (let size = Math.min(LONGEST, word.length); size > 0; size--) {
      const stem = word.slice(0, -size);
      const enough = stem.length > 1 || NOUNS.has(stem) || (glued && !stem);
      if (enough && SUFFIXES.has(word.slice(-size))) return strip(stem, glued);
    }
    return word;
  };

  const split = (text) => {
    const words = [];
    let end = 0;
    for (const match of text
      .normalize("NFC")
      .toLowerCase()
      .matchAll(/([가-힣]+)|[ㄱ-ㅎ]+|(?:(?![가-힣ㄱ-ㅎ])[\p{L}\p{N}_])+/gu)) {
      const glued = (match.index > 0 && match.index === end) || SUFFIXES.has(match[0]);
      const word = match[1] ? strip(match[1], glued) : match[0];
      end = match.index + match[0].length;
      if (word) words.push(word);
    }
    return words;
  };

  const initials = (word) =>
    [...word].map((s) => INITIALS[Math.floor((s.charCodeAt(0) - 0xac00) / 588)]).join("");

  // The index, looked at by words: where each is, in texts and in headings.

  let cached = null;
  const prepare = () => {
    const { docnames, titles, alltitles, indexentries, objects, objnames } = Search._index;
    const { terms, titleterms } = Search._index;
    const words = new Map(); // word → the pages and the targets that have it
    const targets = []; // what a result can lead to
    const none = [];
    for (const table of [terms, titleterms])
      for (const word in table) {
        const more = typeof table[word] === "number" ? [table[word]] : table[word];
        const entry = words.get(word);
        if (entry) entry.pages = entry.pages.concat(more);
        else words.set(word, { pages: more, targets: none });
      }

    const seen = new Set();
    const add = (kind, page, id, title, text, descr = null) => {
      const key = `${page}#${id}`;
      const own = split(text).filter((word) => !stopwords.has(word));
      if (seen.has(key) && kind === "entry" && !own.length) return;
      seen.add(key);
      for (const word of own) {
        const entry = words.get(word);
        if (!entry) words.set(word, { pages: none, targets: [targets.length] });
        else if (entry.targets === none) entry.targets = [targets.length];
        else entry.targets.push(targets.length);
      }
      targets.push({ kind, page, id, title, descr, size: own.length });
    };
    for (const [prefix, list] of Object.entries(objects))
      for (const [page, type, , anchor, name] of list) {
        const full = prefix ? `${prefix}.${name}` : name;
        const id = anchor === "" ? full : anchor === "-" ? `${objnames[type][1]}-${full}` : anchor;
        add("object", page, id, full, name, `${objnames[type][2]}, ${titles[page]}`);
      }
    for (const [title, list] of Object.entries(alltitles))
      for (const [page, id] of list)
        if (title === titles[page]) add("page", page, "", title, title);
        else add("section", page, id ?? "", `${titles[page]} > ${title}`, title);
    for (const [entry, list] of Object.entries(indexentries))
      for (const [page, id] of list)
        if (!seen.has(`${page}#${id}`) || id.startsWith("term-"))
          add("entry", page, id, `${titles[page]} > ${entry}`, entry);

    const groups = new Map(); // a spelling without spaces → its group of spellings
    const abbreviations = new Map(); // initial consonants → the spellings that have them
    for (const line of KOREAN.synonyms) {
      const spellings = line.split(",").map((raw) => ({ raw: raw.trim(), words: split(raw) }));
      for (const { raw, words: own } of spellings) {
        const key = own.join("");
        groups.set(key, [...(groups.get(key) ?? []), ...spellings]);
        const whole = raw.replaceAll(" ", "");
        if (!HANGUL.test(whole)) continue;
        const short = initials(whole);
        abbreviations.set(short, [...(abbreviations.get(short) ?? []), key]);
      }
    }
    const places = new Map(
      Object.entries(KOREAN.places).map(([word, pages]) => [
        split(word).join(""),
        pages.map((page) => docnames.indexOf(page)).filter((page) => page >= 0),
      ]),
    );
    const weights = docnames.map((page) =>
      Object.entries(KOREAN.weights).reduce(
        (weight, [part, factor]) =>
          page.startsWith(part) || page.endsWith(part) ? weight * factor : weight,
        1,
      ),
    );
    return { words, targets, groups, abbreviations, places, weights };
  };

  // A query: slots, each with alternatives, each a list of words.

  const cut = (word, known) => {
    // the fewest known words that make up this one
    const best = [[]];
    for (let end = 1; end <= word.length; end++)
      for (let start = 0; start < end; start++) {
        const piece = word.slice(start, end);
        const fits = known.has(piece) && (piece.length > 1 || NOUNS.has(piece));
        if (fits && best[start] && !(best[end]?.length <= best[start].length + 1))
          best[end] = [...best[start], piece];
      }
    return best[word.length] ?? null;
  };

  const alternativesOf = (own) => {
    const { words, groups } = cached;
    const key = own.join("");
    const found = [{ words: own, share: 1, wide: true }];
    if (own.length > 1) found.push({ words: [key], share: 1 });
    const pieces = HANGUL.test(key) && own.length === 1 ? cut(key, words) : null;
    if (pieces?.length > 1) found.push({ words: pieces, share: 0.95 });
    for (const { raw, words: other } of groups.get(key) ?? []) {
      const share = other.join("") === key ? 1 : 0.9;
      found.push({ words: other, share, raw });
      if (other.length > 1) found.push({ words: [other.join("")], share });
    }
    return found;
  };

  const slotsOf = (query) => {
    const { words, groups, abbreviations } = cached;
    const all = split(query);
    const some = all.filter((word) => !stopwords.has(word) && !/^\d+$/.test(word));
    const asked = some.length ? some : all;
    const slots = [];
    for (let start = 0; start < asked.length; ) {
      let size = Math.min(4, asked.length - start);
      const joined = () => asked.slice(start, start + size).join("");
      while (size > 1 && !groups.has(joined()) && !words.has(joined())) size--;
      const own = asked.slice(start, start + size);
      const meant = abbreviations.get(joined()) ?? [];
      slots.push({
        keys: [joined(), ...meant],
        alternatives: [own, ...meant.map((key) => [key])].flatMap(alternativesOf),
      });
      start += size;
    }
    return slots;
  };

  // The pages where the words of a slot are at home, or those of a longer term.
  const homeOf = (slot) => {
    const { groups, places } = cached;
    const exact = slot.keys.flatMap((key) => [key, ...(groups.get(key) ?? []).map(joinedWords)]);
    const known = exact.filter((key) => places.has(key));
    if (!known.length && slot.keys[0].length > 2)
      known.push(...[...places.keys()].filter((key) => key.startsWith(slot.keys[0])).slice(0, 1));
    return [...new Set(known.flatMap((key) => places.get(key)))];
  };
  const joinedWords = ({ words }) => words.join("");

  const likeness = (word, term) => {
    if (word === term) return 1;
    if (word.length < 2) return 0;
    const ratio = word.length / term.length;
    if (term.startsWith(word)) return 0.4 + 0.5 * ratio;
    return term.includes(word) ? 0.15 + 0.5 * ratio : 0;
  };

  // How well a word is found on each page and in each target.
  const lookUp = (word, wide) => {
    const found = { pages: new Map(), targets: new Map() };
    const note = (entry, quality) => {
      for (const where of ["pages", "targets"])
        for (const number of entry[where])
          if (!(found[where].get(number) >= quality)) found[where].set(number, quality);
    };
    if (/^[ㄱ-ㅎ]+$/.test(word)) {
      for (const [term, entry] of cached.words)
        if (HANGUL.test(term) && term.length >= word.length && initials(term).startsWith(word))
          note(entry, term.length === word.length ? 1 : 0.4);
    } else if (!wide) {
      if (cached.words.has(word)) note(cached.words.get(word), 1);
    } else {
      for (let stem = word; ; stem = stem.slice(0, -1)) {
        const share = stem.length / word.length;
        for (const [term, entry] of cached.words) {
          const quality = likeness(stem, term) * share;
          if (quality) note(entry, quality);
        }
        // an ending that no rule knows: try with a syllable less
        if (found.pages.size || found.targets.size || stem.length < 3) break;
      }
    }
    return found;
  };

  const score = (slots) => {
    const { targets, weights } = cached;
    const pages = new Map(); // page → score of its text
    const headings = new Map(); // target → score, and how much of the query it has
    for (const slot of slots) {
      const best = { pages: new Map(), targets: new Map() };
      for (const { words, share, wide } of slot.alternatives) {
        const sums = { pages: new Map(), targets: new Map() };
        for (const word of words) {
          const found = lookUp(word, wide);
          for (const where of ["pages", "targets"])
            for (const [number, quality] of found[where])
              sums[where].set(number, (sums[where].get(number) ?? 0) + quality);
        }
        for (const where of ["pages", "targets"])
          for (const [number, sum] of sums[where]) {
            const quality = share * (sum / words.length) ** 2;
            if (!(best[where].get(number)?.quality >= quality))
              best[where].set(number, { quality, words: words.length });
          }
      }
      const common = [...best.pages.values()].filter(({ quality }) => quality > 0.5).length;
      const rarity = Math.log(1 + weights.length / Math.max(common, 1));
      for (const [page, { quality }] of best.pages)
        pages.set(page, (pages.get(page) ?? 0) + rarity * quality);
      homeOf(slot).forEach((page, order) =>
        pages.set(page, (pages.get(page) ?? 0) + (rarity * WEIGHT.place) / (1 + order / 4)),
      );
      for (const [number, { quality, words }] of best.targets) {
        const heading = headings.get(number) ?? { sum: 0, covered: 0, asked: 0 };
        heading.sum += rarity * quality;
        heading.covered += (words * quality) / targets[number].size;
        heading.asked += quality / slots.length;
        headings.set(number, heading);
      }
    }
    return { pages, headings };
  };

  const find = (query) => {
    cached ??= prepare();
    const { docnames, filenames, titles } = Search._index;
    const { targets, weights } = cached;
    const slots = slotsOf(query);
    const { pages, headings } = score(slots);

    // nn.truth_table() → truth_table: what follows the first dot is enough
    const name = query.trim().toLowerCase().replace(/\(.*/, "");
    const names = [name, name.replace(/^\w+\./, "")].map((end) => `.${end}`);
    const isNamed = ({ kind, title }) =>
      kind === "object" && names.some((end) => `.${title.toLowerCase()}`.endsWith(end));

    const leading = new Map(); // page → its best target
    const exact = []; // names and terms that are what was asked for
    for (const [number, { sum, covered, asked }] of headings) {
      const target = targets[number];
      const named = /[._]/.test(name) && isNamed(target);
      const value =
        WEIGHT[target.kind] * sum * (0.3 + 0.7 * Math.min(1, covered)) * (named ? 3 : 1);
      const entry = { target, value, asked };
      if (!(leading.get(target.page)?.value >= value)) leading.set(target.page, entry);
      const whole = covered > 0.95 && asked > 0.85 && ["object", "entry"].includes(target.kind);
      if (named || whole)
        exact.push(entry);
    }
    const rows = new Map();
    const put = (page, target, value) => {
      const { kind, id, title, descr } = target ?? { kind: "text", id: "", title: titles[page] };
      const key = `${page}#${id}`;
      const total = value * weights[page];
      if (!(rows.get(key)?.[4] >= total))
        rows.set(key, [
          docnames[page],
          title,
          id ? `#${id}` : "",
          descr ?? null,
          total,
          filenames[page],
          kind,
        ]);
    };
    for (const page of new Set([...pages.keys(), ...leading.keys()])) {
      const lead = leading.get(page);
      const value = (pages.get(page) ?? 0) + (lead?.value ?? 0);
      put(page, lead?.asked > 0.3 ? lead.target : null, value);
    }
    for (const { target, value } of exact.sort((a, b) => b.value - a.value).slice(0, 3))
      put(target.page, target, value + (pages.get(target.page) ?? 0) / 2);

    const items = [...rows.values()].sort((a, b) => b[4] - a[4] || a[0].localeCompare(b[0]));
    const least = items.length ? items[0][4] / 20 : 0;
    const marks = new Set(query.toLowerCase().split(/[\s.()]+/));
    for (const { alternatives } of slots)
      for (const { words, raw } of alternatives)
        for (const text of raw ? [raw.toLowerCase()] : words)
          if (text.length > 1 || NOUNS.has(text)) marks.add(text);
    return { items: items.filter((item) => item[4] >= least).slice(0, ROWS), marks: [...marks].filter(Boolean) };
  };

  // What is shown.

  const plain = (element) => (element?.textContent ?? "").replace(/\s+/g, " ").trim();

  const sentenceWith = (region, pattern) => {
    const blocks = [...region.querySelectorAll("p, li, td, dd, dt, figcaption, pre")];
    let best = { text: "", count: -1 };
    for (const block of blocks) {
      if (block.querySelector("p, li, td, dd")) continue;
      const sentences = block.matches("pre") ? /.+/g : /.+?(?:[.?!](?=\s)|$)/g;
      const text = block.matches("pre") ? block.textContent : plain(block);
      for (const sentence of text.match(sentences) ?? []) {
        const found = new Set([...sentence.toLowerCase().matchAll(pattern)].map(([word]) => word));
        const count = found.size - (block.matches("pre, td, dt") ? 1 : 0);
        if (found.size && count > best.count) best = { text: sentence.trim(), count };
      }
    }
    return best.text;
  };

  const mark = (text, pattern) => {
    const paragraph = document.createElement("p");
    paragraph.classList.add("context");
    const first = Math.max(0, text.toLowerCase().search(pattern) - 80);
    const shown = (first ? "…" : "") + text.slice(first, first + 200);
    let end = 0;
    for (const match of shown.toLowerCase().matchAll(pattern)) {
      paragraph.append(shown.slice(end, match.index));
      const marked = paragraph.appendChild(document.createElement("mark"));
      end = match.index + match[0].length;
      marked.textContent = shown.slice(match.index, end);
    }
    paragraph.append(shown.slice(end) + (first + 200 < text.length ? "…" : ""));
    return paragraph;
  };

  Search.makeSearchSummary = (html, marks, anchor) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    const hidden = ".headerlink, script, style, .katex-html, annotation, .copybtn";
    page.querySelectorAll(hidden).forEach((element) => element.remove());
    const main = page.querySelector('[role="main"]') ?? page.body;
    const place = anchor ? page.getElementById(anchor.slice(1)) : null;
    const pattern = new RegExp(
      [...marks].sort((a, b) => b.length - a.length).map(_escapeRegExp).join("|") || "(?!)",
      "g",
    );
    if (place?.matches("dt")) {
      let definition = place; // several terms may share one
      while (definition?.matches("dt")) definition = definition.nextElementSibling;
      return mark(plain(definition?.querySelector("p")), pattern);
    }
    for (const region of [place, main].filter(Boolean)) {
      const text = sentenceWith(region, pattern);
      if (text) return mark(text, pattern);
    }
    return mark(plain(main.querySelector("p")), pattern);
  };

  Search.find = find;
  Search.query = (query) => {
    const { items, marks } = find(query);
    localStorage.setItem("sphinx_highlight_terms", marks.join(" "));
    if (location.protocol === "file:") DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;
    _displayNextItem(items.reverse(), items.length, marks, []);
  };

  return split;
})();
