import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { Script } from 'node:vm';

/** What V8 made of files of a program, by their names. */
type CompiledFiles = Map<string, Uint8Array>;

/** How Node finds and runs the text of a module; not documented, but what every tool that compiles as it loads stands on. */
interface Loader {
  _resolveFilename(request: string, parent: Module | undefined, ...rest: unknown[]): string;
  readonly prototype: { _compile(this: Module, text: string, path: string, ...rest: unknown[]): unknown };
}

/**
 * From here on V8 takes what `file` holds of the files beside it, instead of compiling them: about a quarter of the processor time of starting the
 * library process. Node finds these files by their names. What V8 refuses (it is of another version, or has other flags) it compiles as ever, and so it does when there is no such file. The build throws
 * it away with what it was made of, because V8 itself does not look whether a text has changed.
 */
export function useCodeCache(file: string): void {
  const kept = readKept(file);
  if (kept === null) return;
  loadWith((path) => (path.startsWith(dirname(file)) ? kept.get(basename(path)) : undefined));
  findIn(dirname(file));
}

/** From here on keeps what is compiled of files under `folder`. Gives a function that gives what has been, for a file of `useCodeCache`. */
export function keepCompiledCode(folder: string): () => Uint8Array {
  const scripts = new Map<string, Script>();
  loadWith(
    (path) => (path.startsWith(folder) ? null : undefined),
    (path, script) => scripts.set(basename(path), script),
  );
  return () => {
    const files: CompiledFiles = new Map();
    for (const [name, script] of scripts) files.set(name, script.createCachedData());
    return serialize(files);
  };
}

function readKept(file: string): CompiledFiles | null {
  try {
    return deserialize(readFileSync(file)) as CompiledFiles;
  } catch {
    return null;
  }
}

/** `compiledOf` gives what there is of a file: undefined leaves it to Node, null compiles it here. */
function loadWith(
  compiledOf: (path: string) => Uint8Array | null | undefined,
  onScript?: (path: string, script: Script) => void,
): void {
  const loader = (Module as unknown as Loader).prototype;
  const compile = loader._compile;
  loader._compile = function (text, path, ...rest) {
    const cachedData = compiledOf(path);
    if (cachedData === undefined) return compile.call(this, text, path, ...rest);
    const script = new Script(Module.wrap(text), {
      filename: path,
      ...(cachedData === null ? {} : { cachedData: Buffer.from(cachedData) }),
    });
    onScript?.(path, script);
    const run = script.runInThisContext() as (...parts: unknown[]) => unknown;
    return run.call(this.exports, this.exports, createRequire(path), this, path, dirname(path));
  };
}

/** The files of a program name each other as they are called: Node need not look for links, other endings and descriptions of packages on the way to each of them. */
function findIn(folder: string): void {
  const loader = Module as unknown as Loader;
  const find = loader._resolveFilename;
  loader._resolveFilename = function (request, parent, ...rest) {
    if (/^\.\.?\//.test(request) && request.endsWith('.js') && parent?.filename.startsWith(folder) === true)
      return join(dirname(parent.filename), request);
    return find.call(this, request, parent, ...rest);
  };
}
