/** `node read-space.mjs <folder> [age identity]` gives as JSON what a space holds, and what is `refused` or `missing`.
 * Written from FORMAT.md and RULES.md alone. It leaves out bundles, blobs not there yet, erasures not carried out yet,
 * the merging of long text (R8), limits (F6), and who may write in a closed space. open-sealed.mjs decrypts those. */
import assert from 'node:assert';
import { readFileSync, readdirSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import canonical from 'canonicalize';
import { openSealed, sha256, signedHash } from './open-sealed.mjs';
const [folder, lists, known, refused] = [process.argv[2], {}, {}, {}];
const paths = readdirSync(folder, { recursive: true }).map((path) => path.replaceAll('\\', '/'));
const checkOwner = (file, space, device) => {
  assert(file.device === device && (!file.key || sha256(Buffer.from(file.key, 'base64url')).startsWith(device))); // F2
  assert(file.space === space, 'foreign-space');
  assert(file.format <= 1, 'newer-format'); // F5
};
function* readEach(name, read) {
  for (const path of paths.filter((path) => name.test(path)))
    try {
      yield read(readFileSync(`${folder}/${path}`), ...name.exec(path));
    } catch (error) {
      refused[path] = error.generatedMessage === false ? error.message : 'damaged';
    }
}
const readSigned = (bytes, path, device, branch = '') => {
  const file = JSON.parse(bytes); // F7, F14
  signedHash(device ? file.key : file.founder, file);
  checkOwner(file, device ? space : file.space, device);
  assert((file.last?.revision ?? '').startsWith(branch)); // F13
  return file;
};
const readLog = (bytes, path, device, start, hash) => {
  assert(sha256(bytes) === hash);
  const text = gunzipSync(plain[path] ?? bytes).toString();
  const [first, ...lines] = text.trimEnd().split('\n').map(JSON.parse); // F11, F15
  checkOwner(first, space, device);
  lists[path] = first.packs;
  return lines.map(({ header: { id, ...header }, body }, index) => {
    assert(signedHash(first.key, header) === id && header.device === device && header.n === index + Number(start));
    assert(index > 0 ? header.prev === lines[index - 1].header.id : (header.n === 1) === (header.prev === null)); // F9
    assert(body === null || sha256(canonical(body)) === header.body); // F10
    return { ...header, id, body, path, by: { revision: id, device, at: header.at } };
  });
};
const [{ space = null, name, kind, founder, recipient }] = [...readEach(/^raakvlak\.json$/, readSigned), {}];
const shown = { space, kind, founder, recipient };
const { plain, blobHash } = await openSealed(folder, paths, shown, process.argv[3]); // F12, F28
const readBlob = (...blob) => blobHash(found, ...blob) ?? assert.fail('damaged'); // F19
const heads = [...readEach(/^heads\/([0-9a-f]{32})(?:-([0-9a-f]{16}))?\.json$/, readSigned)];
const found = [...readEach(/^log\/([0-9a-f]{32})\/([1-9]\d*)-([0-9a-f]{64})\.(?:pack|list)$/, readLog)].flat();
const blobs = [...readEach(/^blobs\/([0-9a-f]{2})\/(\1[0-9a-f]{62})$/, readBlob)].sort();
const missing = heads.flatMap(({ device, packs, older }) => {
  const list = older ? [`log/${device}/${older.to}-${older.hash}.list`] : [];
  const named = [...packs, ...(lists[list[0]] ?? [])].map(({ from, hash }) => `log/${device}/${from}-${hash}.pack`);
  return [...list, ...named].filter((path) => !paths.includes(path)); // F21
});
for (const one of found.filter(({ device }) => heads.some((head) => head.device === device)))
  if (!known[one.id]?.body) known[one.id] = one; // F13, F14
const revisions = Object.values(known).sort((one, other) => (one.id < other.id ? -1 : 1));
const breaks = ({ prev, device, n }) => known[prev] && (known[prev].device !== device || known[prev].n !== n - 1); // F9
for (const { path } of revisions.filter(breaks)) refused[path] = 'damaged';
const mayCount = ({ past, item, parents }) =>
  !past && parents.every((id) => known[id]?.past && known[id].item === item);
while (revisions.some(mayCount))
  for (const one of revisions.filter(mayCount))
    one.past = new Set(one.parents.flatMap((id) => [id, ...known[id].past])); // what it descends from (R13)
const descends = (later, earlier) => later.past.has(earlier.id);
const standing = (some) => some.filter((one) => !some.some((other) => descends(other, one)));
const stateOf = (item) => {
  const placed = revisions.filter((one) => one.item === item && one.past);
  const written = placed.filter(({ body }) => body); // R14
  const names = (part) => [...new Set(written.flatMap(({ body }) => Object.keys(body[part] ?? {})))].sort();
  const writers = (field) => standing(written.filter(({ body }) => field in (body.set ?? {})));
  const state = { id: item, space, fields: {}, sets: {}, conflicts: [], heads: standing(placed).map(({ id }) => id) };
  for (const field of names('set').filter((name) => name !== 'deleted')) {
    const versions = writers(field).map(({ body, by }) => ({ value: body.set[field], ...by }));
    if (new Set(versions.map((one) => canonical(one.value))).size > 1) state.conflicts.push({ field, versions }); // R3
    if (versions[0].value !== null) state.fields[field] = versions[0].value; // R1, R5
  }
  for (const field of names('add')) {
    const named = ({ body }, part) => (body[part]?.[field] ?? []).map(canonical);
    const gone = (one, by) => written.some((it) => named(it, 'remove').includes(one) && it.past.has(by.id));
    const elements = written.flatMap((by) => named(by, 'add').filter((one) => !gone(one, by))); // R6, R7
    if (elements.length > 0) state.sets[field] = [...new Set(elements)].sort().map(JSON.parse);
  }
  const bins = writers('deleted').filter(({ body }) => body.set.deleted);
  const beats = (one) => bins.every((bin) => one !== bin && !descends(one, bin) && !descends(bin, one));
  const revived = bins.length > 0 && written.some(beats); // R10, R11
  const times = written.map(({ at }) => at).sort();
  return { ...state, deleted: bins.length > 0 && !revived, revived, createdAt: times[0], changedAt: times.at(-1) };
};
const items = [...new Set(revisions.filter((one) => one.past && one.body).map((one) => one.item))].sort().map(stateOf);
const stateHash = sha256(items.map((item) => `${canonical(item)}\n`).join(''));
const output = { marker: { space, name, kind, founder }, items, stateHash, blobs, refused, missing, revisions: {} };
for (const { device } of revisions) output.revisions[device] = (output.revisions[device] ?? 0) + 1;
output.erased = revisions.filter(({ body }) => !body).map(({ id }) => id);
output.held = revisions.filter(({ past }) => !past).map(({ id }) => id);
console.log(JSON.stringify(output));
