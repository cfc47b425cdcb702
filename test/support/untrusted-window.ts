import { untrustedHtmlOf } from '../../renderer/viewers/html/markdown';
import { sanitise } from '../../renderer/viewers/html/sanitise';
import type { HostilePayload } from './hostile-content';

// Bundled by the test and run in a page: shows payloads as the viewers do and tells what got through.

const allowedAttributes = [
  'href',
  'src',
  'alt',
  'id',
  'colspan',
  'rowspan',
  'scope',
  'lang',
  'dir',
  'start',
  'reversed',
  'rel',
  'tabindex',
];
const dangerousElements =
  'script, style, link, meta, base, iframe, frame, frameset, object, embed, applet, portal, form, input, button, select, textarea, svg, math, template, video, audio, source, track, picture, map, area, dialog, marquee, noscript, title, xmp, plaintext';

/** What the page gets: shows one payload and gives what is wrong with it. */
export interface HostileWindow {
  showHostile: (payload: HostilePayload) => Promise<string[]>;
}

// While the sanitiser parses, the policy is asked about styles and base addresses in a document that is never shown; nothing else may happen.
const harmlessWhileParsing = ['style-src-attr', 'style-src-elem', 'base-uri'];

/** Shows one payload for two frames; gives what is wrong with what is left of it, and what the policy had to stop. */
(window as unknown as HostileWindow).showHostile = async (payload) => {
  const stopped: string[] = [];
  const onStopped = ({ violatedDirective }: SecurityPolicyViolationEvent): void => void stopped.push(violatedDirective);
  document.addEventListener('securitypolicyviolation', onStopped);
  const html = payload.kind === 'markdown' ? untrustedHtmlOf(payload.text) : payload.text;
  const { fragment } = sanitise(html, { idPrefix: 'own', firstLevel: 2, imageNote: (alt) => `[${alt}]` });
  await twoFrames();
  const problems = stopped.splice(0).filter((directive) => !harmlessWhileParsing.includes(directive));
  const shown = document.createElement('div');
  shown.append(fragment);
  document.body.append(shown);
  await twoFrames();
  problems.push(...stopped);
  const again = document.createElement('template');
  again.innerHTML = shown.innerHTML;
  problems.push(...problemsOf(shown), ...problemsOf(again.content).map((problem) => `parsed again: ${problem}`));
  shown.remove();
  document.removeEventListener('securitypolicyviolation', onStopped);
  return problems;
};

function twoFrames(): Promise<unknown> {
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}

function problemsOf(root: ParentNode): string[] {
  const elements = [...root.querySelectorAll('*')];
  return [
    ...[...root.querySelectorAll(dangerousElements)].map((element) => `element ${element.localName}`),
    ...elements
      .filter((element) => element.namespaceURI !== 'http://www.w3.org/1999/xhtml')
      .map((element) => `namespace of ${element.localName}`),
    ...elements.flatMap((element) =>
      [...element.attributes]
        .filter((attribute) => !isSafe(attribute))
        .map(({ name, value }) => `${element.localName} ${name}=${value}`),
    ),
  ];
}

function isSafe({ name, value }: Attr): boolean {
  if (!allowedAttributes.includes(name)) return false;
  if (name === 'href') return /^(https?:\/\/|mailto:|#own-)/.test(value);
  if (name === 'src') return /^data:image\/(png|jpeg|gif|webp);base64,/.test(value);
  return name !== 'id' || value.startsWith('own-');
}
