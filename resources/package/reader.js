'use strict';
// The reader of a package: asks for the password, decrypts with what the browser has, and shows only elements that it knows.
(() => {
  const element = (id) => document.getElementById(id);
  const texts = JSON.parse(element('texts').textContent);
  const head = JSON.parse(element('head').textContent);
  const language = document.documentElement.lang;
  const t = (key, params = {}) => texts[key].replace(/\{(\w+)\}/g, (whole, name) => String(params[name] ?? whole));
  const say = (text) => (element('said').textContent = text);

  // ---- opening ----

  /** Some hundreds of thousands of characters at a time: more at once is too much for older phones. */
  function bytesOf(base64) {
    const text = base64.trim();
    const step = 4 * 65536;
    const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
    let at = 0;
    for (let from = 0; from < text.length; from += step) {
      const part = atob(text.slice(from, from + step));
      for (let i = 0; i < part.length; i += 1) bytes[at++] = part.charCodeAt(i);
    }
    return bytes.subarray(0, at);
  }

  class Damaged extends Error {}

  /** Throws Damaged for a file that is not whole, anything else for a password that does not fit. */
  async function decrypted(password) {
    const { subtle } = crypto;
    const data = await sealedData(subtle);
    const salt = bytesOf(head.salt);
    const secret = await subtle.importKey('raw', utf8(password.normalize('NFKC').trim()), 'PBKDF2', false, ['deriveKey']);
    const key = await subtle.deriveKey(
      { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: head.iterations },
      secret,
      { name: 'AES-GCM', length: 256 },
      false,
      ['decrypt'],
    );
    const additionalData = utf8(`raakvlak-package 1 ${head.iterations} ${head.salt}`);
    const plain = await subtle.decrypt({ name: 'AES-GCM', iv: bytesOf(head.nonce), additionalData }, key, data);
    return decoded(new Uint8Array(plain));
  }

  async function sealedData(subtle) {
    try {
      const data = bytesOf(element('data').textContent);
      const digest = new Uint8Array(await subtle.digest('SHA-256', data));
      if (bytesOf(head.digest).every((byte, i) => byte === digest[i])) return data;
    } catch {
      // Not base64 any more.
    }
    throw new Damaged();
  }

  const utf8 = (text) => new TextEncoder().encode(text);

  /** The content, with the bytes of each file in the place of where they are. */
  function decoded(plain) {
    const size = new DataView(plain.buffer, plain.byteOffset).getUint32(0);
    const content = JSON.parse(new TextDecoder().decode(plain.subarray(4, 4 + size)));
    for (const { file } of content.documents)
      if (file !== null) file.bytes = plain.subarray(4 + size + file.from, 4 + size + file.to);
    return content;
  }

  // ---- what may be shown ----

  const kept = new Set(
    'P BR HR UL OL LI DL DT DD TABLE THEAD TBODY TFOOT TR TH TD CAPTION BLOCKQUOTE PRE CODE STRONG B EM I U S DEL SUP SUB A IMG FIGURE FIGCAPTION DIV SPAN H1 H2 H3 H4 H5 H6'.split(
      ' ',
    ),
  );
  const dropped = new Set('SCRIPT STYLE TEMPLATE NOSCRIPT IFRAME OBJECT EMBED TITLE TEXTAREA SELECT'.split(' '));
  const picture = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+$/;

  /** Headings come `below` levels under the ones of the page. */
  function shown(html, below = 1) {
    // Nothing in a document of a parser runs or loads.
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    const fragment = document.createDocumentFragment();
    copyInto(fragment, parsed.body, below, 0);
    return fragment;
  }

  function copyInto(target, source, below, depth) {
    for (const node of source.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) target.append(node.data);
      if (node.nodeType !== Node.ELEMENT_NODE || dropped.has(node.nodeName) || depth > 200) continue;
      const copy = kept.has(node.nodeName) ? copyOf(node, below) : null;
      if (copy === null && node.nodeName === 'IMG') continue;
      if (copy !== null) target.append(copy.outer);
      copyInto(copy === null ? target : copy.inner, node, below, depth + 1);
    }
  }

  function copyOf(node, below) {
    const level = /^H([1-6])$/.exec(node.nodeName)?.[1];
    const made = document.createElement(level === undefined ? node.nodeName : `h${Math.min(6, Number(level) + below)}`);
    if (node.nodeName === 'IMG') {
      const source = node.getAttribute('src') ?? '';
      if (!picture.test(source)) return null;
      made.src = source;
      made.alt = node.getAttribute('alt') ?? '';
    }
    const address = node.getAttribute('href') ?? '';
    if (node.nodeName === 'A' && /^(?:https?:\/\/|mailto:)/i.test(address)) {
      made.href = address;
      made.target = '_blank';
      made.rel = 'noopener noreferrer';
    }
    for (const name of ['colspan', 'rowspan', 'start']) {
      const value = node.getAttribute(name) ?? '';
      if (/^\d{1,3}$/.test(value)) made.setAttribute(name, value);
    }
    if (node.nodeName !== 'TABLE') return { outer: made, inner: made };
    const wide = make('div', { className: 'wide', tabIndex: 0 });
    wide.setAttribute('role', 'region');
    wide.setAttribute('aria-label', t('table'));
    wide.append(made);
    return { outer: wide, inner: made };
  }

  function make(name, properties = {}, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  function dayText(iso) {
    const [year, month, day] = iso.slice(0, 10).split('-').map(Number);
    return new Date(year, month - 1, day).toLocaleDateString(language, { day: 'numeric', month: 'long', year: 'numeric' });
  }

  // ---- reading ----

  const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

  function read(content, isOver) {
    const { documents } = content;
    const texts = documents.map((one) => {
      const all = [one.title, ...one.details.map(([, html]) => html), one.html].map((html) => shown(html).textContent);
      return fold(all.join(' '));
    });
    const across = make('div', { className: 'across' }, make('span'));
    across.setAttribute('aria-hidden', 'true');
    const line = make('span');
    const state = make('p', { className: 'state' }, line);
    const about = make(
      'header',
      { className: 'about' },
      make('p', { className: 'name' }, content.title),
      make('p', {}, t('made', { by: content.madeBy, date: dayText(content.madeAt), for: content.madeFor })),
      make('p', { className: 'quiet' }, `${t('readUntil', { date: dayText(content.until) })} ${t('request')}`),
    );
    const field = make('input', { type: 'search', id: 'find', autocomplete: 'off' });
    field.setAttribute('aria-describedby', 'find-hint');
    const count = make('p', { className: 'quiet' });
    count.setAttribute('role', 'status');
    const list = make('ul');
    const nav = make(
      'nav',
      {},
      make('label', { htmlFor: 'find' }, t('find')),
      field,
      make('p', { className: 'quiet', id: 'find-hint' }, t('findHint')),
      count,
      make('h2', {}, t('documents')),
      list,
    );
    nav.setAttribute('aria-label', t('documents'));
    const main = make('main', { className: 'text', tabIndex: -1 });
    const buttons = documents.map((one, i) => {
      const button = make('button', { type: 'button' }, one.title);
      button.addEventListener('click', () => show(i, true));
      return button;
    });
    list.append(...buttons.map((button) => make('li', {}, button)));
    let now = 0;
    let place = -1;

    function show(i, moves) {
      now = i;
      const one = documents[i];
      line.textContent = isOver ? `${one.stateLine} · ${t('overLine')}` : one.stateLine;
      across.firstChild.textContent = one.watermark;
      main.replaceChildren(...bodyOf(one));
      buttons.forEach((button, at) => button.setAttribute('aria-current', String(at === i)));
      document.title = `${one.title} – ${t('name')}`;
      find();
      if (!moves) return;
      main.focus({ preventScroll: true });
      scrollTo(0, 0);
    }

    function find() {
      for (const mark of main.querySelectorAll('mark')) mark.replaceWith(mark.textContent);
      main.normalize();
      place = -1;
      const words = wordsOf(field.value);
      const holds = texts.map((text) => words.every((word) => text.includes(word)));
      buttons.forEach((button, at) => (button.parentElement.hidden = !holds[at]));
      if (words.length === 0) return void (count.textContent = '');
      const found = holds.filter(Boolean).length;
      const here = holds[now] ? markAll(main, words) : 0;
      count.textContent = found === 0 ? t('nothing') : t('found', { here, documents: found, all: documents.length });
    }

    field.addEventListener('input', find);
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      const marks = [...main.querySelectorAll('mark')];
      if (marks.length === 0) return;
      marks[place]?.classList.remove('now');
      place = (place + (event.shiftKey ? marks.length - 1 : 1)) % marks.length;
      marks[place].classList.add('now');
      marks[place].scrollIntoView({ block: 'center' });
    });
    element('gate').remove();
    element('reader').append(state, about, make('div', { className: 'columns' }, nav, main), across);
    element('reader').hidden = false;
    show(0, true);
  }

  const mostMarks = 2000;

  /** Marks where the words stand; gives how many places. */
  function markAll(root, words) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) if (walker.currentNode.parentElement.closest('button, a.button') === null) nodes.push(walker.currentNode);
    let marks = 0;
    for (const node of nodes) {
      // Letter by letter, so that a place in the folded text is a place in the text.
      const text = [...node.data].map((letter) => fold(letter).slice(0, letter.length) || letter).join('');
      const places = placesOf(text, words);
      if (text.length !== node.data.length || places.length === 0) continue;
      const parts = [];
      let at = 0;
      for (const [from, to] of places) {
        if (marks >= mostMarks) break;
        parts.push(node.data.slice(at, from), make('mark', {}, node.data.slice(from, to)));
        marks += 1;
        at = to;
      }
      node.replaceWith(...parts, node.data.slice(at));
    }
    return marks;
  }

  function placesOf(text, words) {
    const places = [];
    for (const word of words)
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) places.push([at, at + word.length]);
    let end = 0;
    return places
      .sort((a, b) => a[0] - b[0] || b[1] - a[1])
      .filter(([from, to]) => {
        const apart = from >= end;
        if (apart) end = to;
        return apart;
      });
  }

  function bodyOf(one) {
    const actions = make('div', { className: 'actions' });
    const print = make('button', { type: 'button' }, t('print'));
    print.addEventListener('click', () => window.print());
    const lock = make('button', { type: 'button' }, t('lock'));
    lock.addEventListener('click', () => location.reload());
    actions.append(print, lock);
    const parts = [make('p', { className: 'kind' }, one.kind), make('h1', {}, one.title), actions];
    if (one.file !== null) {
      const link = make('a', { className: 'button', download: one.file.name }, t('save'));
      one.address ??= URL.createObjectURL(new Blob([one.file.bytes], { type: one.file.mediaType }));
      link.href = one.address;
      actions.prepend(link);
      parts.push(make('p', { className: 'quiet' }, t('saveHint')));
    }
    for (const note of one.notes) parts.push(make('p', { className: 'quiet' }, note));
    if (one.details.length > 0) {
      const rows = one.details.flatMap(([label, html]) => [make('dt', {}, label), make('dd', {}, shown(html, 2))]);
      parts.push(make('h2', {}, t('details')), make('dl', {}, ...rows));
    }
    const text = shown(one.html);
    if (text.textContent.trim() === '' && text.querySelector('img') === null) {
      if (one.details.length === 0) parts.push(make('p', {}, t('noText')));
      return parts;
    }
    if (one.details.length > 0) parts.push(make('h2', {}, t('text')));
    return [...parts, text];
  }

  /** Said, and not enforced: the clock is the reader's own. */
  function ask(content) {
    const heading = make('h1', { tabIndex: -1 }, t('overTitle'));
    const button = make('button', { type: 'button' }, t('readAll'));
    button.addEventListener('click', () => read(content, true));
    element('gate').replaceChildren(heading, make('p', {}, t('over', { by: content.madeBy, date: dayText(content.until) })), button);
    heading.focus();
  }

  // ---- the form ----

  const form = element('ask');
  const password = element('password');
  element('show').addEventListener('change', (event) => (password.type = event.target.checked ? 'text' : 'password'));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = form.querySelector('button');
    if (button.disabled) return;
    button.disabled = true;
    say(t('busy'));
    let content;
    try {
      content = await decrypted(password.value);
    } catch (error) {
      say(t(error instanceof Damaged ? 'damaged' : 'wrong'));
      button.disabled = false;
      password.select();
      return;
    }
    password.value = '';
    if (new Date() > new Date(`${content.until}T23:59:59`)) ask(content);
    else read(content, false);
  });
  if (typeof crypto === 'undefined' || crypto.subtle === undefined) say(t('noCipher'));
  else {
    form.hidden = false;
    password.focus();
  }
})();
