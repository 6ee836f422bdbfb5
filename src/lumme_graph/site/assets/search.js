/*
 * The search of the guide. It works from a folder of files: nothing is fetched, and what it needs
 * are scripts that set one variable each. They are read, and the index is made, when somebody first
 * comes to a search field. Every word that it shows stands in the page or in the texts.
 *
 * <script src="assets/search.js" defer data-needs="assets/minisearch.js fi/pages.js" data-root="fi/">
 */
"use strict";

(function () {
  const { needs, root } = document.currentScript.dataset;
  const MOST_IN_HEADER = 8;
  const MOST_IN_PAGE = 100;
  const ENOUGH = 10;
  const NEAR = 50;
  const PAUSE = 80;

  /* ---- words ---- */

  const tidy = (word) => word.normalize("NFC").replace(/\u00ad/g, "").toLowerCase();
  const bare = (word) => word.normalize("NFD").replace(/[\u0300-\u036f]/g, "");

  /** What tells the words of a text, by spaces and punctuation or as the language writes them. */
  function splitter(lang, spaced) {
    const between = /[\n\r\p{Z}\p{P}]+/u;
    if (spaced || !Intl.Segmenter) {
      return (text) => text.split(between).filter(Boolean);
    }
    const segmenter = new Intl.Segmenter(lang, { granularity: "word" });
    return (text) =>
      Array.from(segmenter.segment(text)).filter((part) => part.isWordLike).map((part) => part.segment);
  }

  /** A word with the forms that its first letters may take, or may have been taken from. */
  function forms(word, changes) {
    const radicals = changes.filter(([, changed]) => word.startsWith(changed));
    const all = new Set([word]);
    for (const base of [word, ...radicals.map(([first, changed]) => first + word.slice(changed.length))]) {
      all.add(base);
      for (const [first, changed] of changes) {
        if (base.startsWith(first)) all.add(changed + base.slice(first.length));
      }
    }
    return Array.from(all).filter((form) => form === word || form.length > 2);
  }

  /**
   * Tells how far a word of the texts means one of the question: 1 for the same, 0 for not at all.
   * It may begin with it, share its beginning (kortti, kortin), be a compound of which it is the
   * main part (kirjastokortti), or hold it or its stem further on (luukut, palautusluukku).
   */
  function nearnessTo(asked) {
    const size = asked.length;
    const stem = asked.slice(0, Math.max(4, Math.floor(size * 0.6)));
    return (word) => {
      if (word.startsWith(asked)) return size / word.length;
      if (size < 4) return 0;
      const longer = Math.max(word.length, size);
      if (word.startsWith(stem)) {
        let shared = stem.length;
        while (word[shared] === asked[shared]) shared++;
        return 0.8 * (shared / longer) ** 2;
      }
      if (word.indexOf(asked, 2) > 0) return word.endsWith(asked) ? 0.6 : (0.3 * size) / longer;
      return word.indexOf(stem, 2) > 0 ? (0.1 * stem.length) / longer : 0;
    };
  }

  /* ---- the index ---- */

  /** Gives the function that finds pages for a question, the best first. */
  function opened(data) {
    const pages = data.docs.map((row, id) =>
      data.fields.reduce((page, field, at) => Object.assign(page, { [field]: row[at] }), { id })
    );
    const stop = new Set(data.stop);
    const split = splitter(data.lang, data.spaced);
    const known = new Map();
    const index = new MiniSearch({
      fields: ["name", "also", "library", "lead", "text"],
      tokenize: split,
      processTerm: (word) => {
        const term = tidy(word);
        if (!known.has(term)) known.set(term, bare(term));
        return term;
      },
    });
    index.addAll(pages);

    /** The words of the texts that are nearest an asked one in any of its forms, with their weights. */
    function near(asked) {
      const found = new Map();
      for (const form of forms(asked, data.changes)) {
        const nearness = nearnessTo(bare(form));
        const trust = form === asked ? 1 : 0.9;
        for (const [word, letters] of known) {
          const near = nearness(letters);
          const weight = near && near * trust * (word.startsWith(form) ? 1 : 0.95);
          if (weight > (found.get(word) || 0)) found.set(word, weight);
        }
      }
      return new Map(Array.from(found).sort(([, a], [, b]) => b - a).slice(0, NEAR));
    }

    /** A query for words with weights; each is looked for just as it stands in the texts. */
    const anyOf = (weights) => ({
      queries: [""],
      combineWith: "OR",
      tokenize: () => Array.from(weights.keys()),
      boostTerm: (word) => weights.get(word),
    });

    /** A compound as two words that are known: lainakortti is laina and kortti. */
    function halves(asked) {
      for (let at = asked.length - 3; at >= 3; at--) {
        const parts = [asked.slice(0, at), asked.slice(at)];
        if (parts.every((part) => known.has(part))) {
          return [{ combineWith: "AND", queries: parts.map((part) => anyOf(near(part))) }];
        }
      }
      return [];
    }

    /** What a word of the question is looked for as: what is near it, else ever further away. */
    function query(asked) {
      const found = near(asked);
      const begun = Array.from(found.keys()).some((word) => bare(word).startsWith(bare(asked)));
      const queries = begun ? [] : halves(asked);
      if (found.size) queries.push(anyOf(found));
      return queries.length ? { queries, combineWith: "OR" } : { queries: [asked], fuzzy: 0.25 };
    }

    /** The hits of queries; how many near words a page holds is no merit of it. */
    function search(queries, combineWith) {
      const options = {
        tokenize: (word) => [word],
        processTerm: (word) => word,
        boost: { name: 6, also: 4 },
        boostDocument: (id) => (pages[id].answers ? 1.5 : 0.7),
      };
      const worth = (hit) => hit.score / hit.queryTerms.length;
      return index.search({ queries, combineWith }, options).sort((a, b) => worth(b) - worth(a));
    }

    return (text) => {
      const all = Array.from(new Set(split(text).map(tidy)));
      const telling = all.filter((word) => !stop.has(word));
      const queries = (telling.length ? telling : all).map(query);
      if (!queries.length) return [];
      const hits = search(queries, "AND");
      if (hits.length < ENOUGH) {
        const there = new Set(hits.map((hit) => hit.id));
        const more = search(queries, "OR").filter((hit) => !there.has(hit.id));
        hits.push(...more.slice(0, ENOUGH - hits.length));
      }
      return hits.map((hit) => pages[hit.id]);
    };
  }

  /* ---- the page ---- */

  let ready = null;

  const loaded = (address) =>
    new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    });

  /** The search, made once; without its scripts the form still leads to the list of all pages. */
  function whenReady() {
    ready = ready || Promise.all(needs.split(" ").map(loaded)).then(() => opened(window.LUMME_SEARCH));
    return ready;
  }

  /** An element with words, which are never read as HTML. */
  function made(tag, words, look) {
    const element = document.createElement(tag);
    element.textContent = words;
    if (look) element.className = look;
    return element;
  }

  function line(page) {
    const item = document.createElement("li");
    const link = made("a", page.name);
    link.href = root + page.href;
    if (page.lang) link.lang = page.lang;
    item.append(link, made("p", [page.kind, page.library].filter(Boolean).join(" · "), "meta"));
    if (page.lead) item.append(made("p", page.lead, "lead"));
    return item;
  }

  function attach(form) {
    const field = form.querySelector("input");
    const list = form.querySelector("[data-search-results]");
    const status = form.querySelector("[role=status]");
    const stays = "stays" in form.dataset;
    let timer = 0;

    function close() {
      list.hidden = true;
      status.textContent = "";
    }

    function show(pages) {
      const most = stays ? MOST_IN_PAGE : MOST_IN_HEADER;
      list.textContent = "";
      list.append(...pages.slice(0, most).map(line));
      list.hidden = !pages.length;
      const { none, found } = form.dataset;
      status.textContent = pages.length ? found.replace("{n}", pages.length) : none;
    }

    function run() {
      whenReady().then(
        (find) => (field.value.trim() ? show(find(field.value)) : close()),
        () => close()
      );
    }

    /** Arrows go through the hits and back to the field; Escape closes the list. */
    function press(event) {
      const stops = [field, ...list.querySelectorAll("a")];
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && !list.hidden && !event.isComposing) {
        event.preventDefault();
        stops[(stops.indexOf(document.activeElement) + step + stops.length) % stops.length].focus();
      } else if (event.key === "Escape" && !list.hidden && !stays) {
        event.preventDefault();
        close();
        field.focus();
      }
    }

    field.addEventListener("focus", () => whenReady().catch(() => undefined));
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(run, PAUSE);
    });
    form.addEventListener("keydown", press);
    if (stays) {
      field.value = new URLSearchParams(location.search).get("q") || "";
      if (field.value) run();
      return;
    }
    form.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !form.contains(event.relatedTarget)) close();
    });
    document.addEventListener("pointerdown", (event) => {
      if (!form.contains(event.target)) close();
    });
  }

  document.querySelectorAll("form[data-found]").forEach(attach);
})();
