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

/** What the page gets: shows payloads and gives what is wrong with each. */
export interface HostileWindow {
  showHostile: (payloads: readonly HostilePayload[]) => Promise<string[]>;
}

// While the sanitiser parses, the policy is asked about styles and base addresses in a document that is never shown; nothing else may happen.
const harmlessWhileParsing = ['style-src-attr', 'style-src-elem', 'base-uri'];
const options = { idPrefix: 'own', firstLevel: 2, imageNote: (alt: string) => `[${alt}]` };
/** As drafts are shown: their own pictures and links to items stay. */
const draftOptions = { ...options, imageUrl: () => 'data:image/png;base64,AAAA' };

/** Shows payloads side by side for two frames; gives what is wrong with what is left of each, and what the policy had to stop. */
(window as unknown as HostileWindow).showHostile = async (payloads) => {
  const stopped: string[] = [];
  const onStopped = ({ violatedDirective }: SecurityPolicyViolationEvent): void => void stopped.push(violatedDirective);
  document.addEventListener('securitypolicyviolation', onStopped);
  const shown = payloads.map(({ kind, text }) => {
    const holder = document.createElement('div');
    holder.append(
      kind === 'markdown' ? sanitise(untrustedHtmlOf(text), draftOptions).fragment : sanitise(text, options).fragment,
    );
    return holder;
  });
  await twoFrames();
  const problems = stopped.splice(0).filter((directive) => !harmlessWhileParsing.includes(directive));
  document.body.append(...shown);
  await twoFrames();
  problems.push(...stopped);
  shown.forEach((holder, i) => {
    const again = document.createElement('template');
    again.innerHTML = holder.innerHTML;
    const left = [...problemsOf(holder), ...problemsOf(again.content).map((problem) => `parsed again: ${problem}`)];
    problems.push(...left.map((problem) => `${payloads[i]?.name}, ${payloads[i]?.text}: ${problem}`));
    holder.remove();
  });
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
  if (name === 'href') return /^(https?:\/\/|mailto:|raakvlak:|#own-)/i.test(value);
  if (name === 'src') return /^data:image\/(png|jpeg|gif|webp);base64,/.test(value);
  return name !== 'id' || value.startsWith('own-');
}
