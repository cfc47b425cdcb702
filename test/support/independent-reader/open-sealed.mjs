/** What the independent reader needs for closed spaces, from FORMAT.md (F12, F19, F28): the files of a folder that a
 * member's key opens, by path, and the hash of the file that a name in it stands for. */
import assert from 'node:assert';
import { createHash, createHmac, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Decrypter } from 'age-encryption';
import canonical from 'canonicalize';

export const sha256 = (data) => createHash('sha256').update(data).digest('hex');
export const signedHash = (key, { sig, ...signed }) => {
  const publicKey = { key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' }; // F1
  const [text, bytes] = [canonical(signed), Buffer.from(sig, 'base64url')]; // F4
  assert(verify(null, Buffer.from(text), publicKey, bytes) && bytes.toString('base64url') === sig, 'bad-signature');
  return sha256(text);
};
const decrypt = async (path, keys) => {
  for (const key of keys) {
    const decrypter = new Decrypter();
    decrypter.addIdentity(key);
    const plain = await decrypter.decrypt(readFileSync(path)).catch(() => null);
    if (plain) return Buffer.from(plain);
  }
};
const epochKey = (file, number, { space, recipient, founder }) => {
  const [line, identity] = file.toString().split('\n');
  const grant = JSON.parse(line.slice(2));
  signedHash(grant.key, grant);
  assert(grant.space === space && grant.epoch === number);
  assert(number === 1 ? grant.recipient === recipient : grant.key === founder);
  return identity; // of an epoch for which the marker or the founder vouches
};
export const openSealed = async (folder, paths, marker, identity) => {
  const [keys, plain] = [[], {}];
  if (marker.kind !== 'closed') paths = [];
  for (const path of paths.filter((path) => /^keys\/\d+-[0-9a-f]{16}\/[0-9a-f]{32}$/.test(path))) {
    const file = await decrypt(`${folder}/${path}`, [identity]);
    if (file) keys.push(epochKey(file, Number.parseInt(path.slice(5), 10), marker));
  }
  for (const path of paths.filter((path) => /^(log|blobs)\/.*\/[^.]+(\.pack|\.list)?$/.test(path)))
    plain[path] = (await decrypt(`${folder}/${path}`, keys)) ?? Buffer.alloc(0);
  const namesOf = (hash) => keys.map((key) => createHmac('sha256', key).update(hash).digest('hex'));
  const blobHash = (revisions, bytes, path, start, name) => {
    if (!plain[path]) return sha256(bytes) === name ? name : undefined;
    const files = revisions.flatMap(({ body }) => body?.set?.file ?? []);
    const fits = ({ hash, sizeBytes }) => sha256(plain[path].subarray(0, sizeBytes)) === hash;
    return files.find((file) => namesOf(file.hash).includes(name) && fits(file))?.hash;
  };
  return { plain, blobHash };
};
