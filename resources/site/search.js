'use strict';
// Finds the records in which all typed words begin a word, those with the words in their title first.
(() => {
  const most = 50;
  const fold = (text) =>
    text
      .replaceAll('ĳ', 'ij')
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase();
  const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const box = document.getElementById('search');
  const field = document.getElementById('query');
  const count = document.getElementById('count');
  const results = document.getElementById('results');
  const records = siteIndex.map(([path, title, type, text]) => ({
    path,
    title,
    type,
    inTitle: ` ${wordsOf(title).join(' ')}`,
    inText: ` ${wordsOf(`${title} ${type} ${text}`).join(' ')}`,
  }));

  function find(query) {
    const words = wordsOf(query);
    if (words.length === 0) return null;
    const has = (text) => words.every((word) => text.includes(` ${word}`));
    const found = records.filter(({ inText }) => has(inText));
    return [...found.filter(({ inTitle }) => has(inTitle)), ...found.filter(({ inTitle }) => !has(inTitle))];
  }

  function line({ path, title, type }) {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = path;
    link.textContent = title;
    item.append(link, ` (${type.toLowerCase()})`);
    return item;
  }

  function show() {
    const found = find(field.value);
    results.replaceChildren(...(found ?? []).slice(0, most).map(line));
    if (found === null) count.textContent = '';
    else if (found.length === 0) count.textContent = box.dataset.nothing;
    else count.textContent = `${found.length} ${box.dataset.found}. ${found.length > most ? box.dataset.more : ''}`;
  }

  box.hidden = false;
  field.addEventListener('input', show);
  show();
})();
