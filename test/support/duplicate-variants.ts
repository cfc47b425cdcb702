import type { ItemState } from '../../shared/revision/item-state';
import { item, sampleItems } from './insight-items';
import { pick, seeded } from './seeded';

export const variantKinds = ['reformatted', 'retitled', 'extended', 'scanned'] as const;
export type VariantKind = (typeof variantKinds)[number];

type Random = () => number;

const pronounceable =
  'ba be bo da de di do fa fe ga ge go ha he ka ke ko la le li lo ma me mi mo na ne no pa pe po ra re ro sa se so ta te ti to va ve wa we za ze'.split(
    ' ',
  );
const functionWords =
  'de het een van en in op te voor met aan bij naar uit om door over tot als dat die niet is zijn worden'.split(' ');
const fieldWords =
  'jongeren school overstap verzuim mbo begeleiding diploma startkwalificatie gemeente mentor ouders aanpak project leerlingen studenten zorg werk regio thuiszitters intake nazorg coach vsv uitval kans'.split(
    ' ',
  );

function word(random: Random): string {
  const roll = random();
  if (roll < 0.4) return pick(random, functionWords);
  if (roll < 0.6) return pick(random, fieldWords);
  return (
    Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(random, pronounceable)).join('') +
    pick(random, ['', 'n', 's', 'r'])
  );
}

export function prose(random: Random, words: number): string {
  let text = '';
  for (let n = 0; n < words;) {
    const length = 7 + Math.floor(random() * 12);
    const sentence = Array.from({ length }, () => word(random)).join(' ');
    text += `${sentence[0]?.toUpperCase() ?? ''}${sentence.slice(1)}. `;
    n += length;
    if (random() < 0.2) text += '\n\n';
  }
  return text.trim();
}

const titleOf = (random: Random): string => {
  const words = Array.from({ length: 3 + Math.floor(random() * 4) }, () => word(random)).join(' ');
  return words[0]?.toUpperCase() + words.slice(1);
};

/** Records as people import them: a summary always, often a body, from two sentences to some pages. */
export function originals(seed: number, count: number): readonly ItemState[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, n) =>
    item(`orig-${n}`, random() < 0.5 ? 'study' : 'document', {
      title: titleOf(random),
      [n % 2 === 0 ? 'abstract' : 'summary']: prose(random, 45 + Math.floor(random() * 40)),
      findings: random() < 0.7 ? prose(random, 100 + Math.floor(random() * 900)) : null,
      authors: [`${pick(random, pronounceable)}${pick(random, pronounceable)}ma, ${pick(random, ['A', 'B', 'C'])}.`],
      year: 2010 + Math.floor(random() * 15),
    }),
  );
}

/** Neighbours that are not the same: yearly reports out of one mould, and parts of one work. */
export function lookalikes(seed: number): readonly ItemState[] {
  const random = seeded(seed);
  return Array.from({ length: 12 }, (_, series) => {
    const name = titleOf(random);
    const mould = prose(random, 120);
    return [2018, 2019, 2020].map((year, n) =>
      item(`series-${series}-${year}`, 'document', {
        title: series % 2 === 0 ? `${name} ${year}` : `${name}, deel ${n + 1}`,
        summary: series % 2 === 0 ? `${mould} ${prose(random, 130)}` : prose(random, 200),
        year: series % 2 === 0 ? year : 2020,
      }),
    );
  }).flat();
}

/** What a sample library of this field has besides: real texts that speak of the same things. */
export function bystanders(): readonly ItemState[] {
  return sampleItems();
}

const scanned: Readonly<Record<string, string>> = {
  l: '1',
  i: 'l',
  o: '0',
  e: 'c',
  m: 'rn',
  n: 'u',
  a: 'o',
  s: '5',
  t: 'f',
  h: 'b',
};

function scan(random: Random, text: string, share: number): string {
  return [...text]
    .map((letter) =>
      random() >= share
        ? letter
        : random() < 0.15
          ? ''
          : random() < 0.6
            ? (scanned[letter] ?? letter)
            : pick(random, [...'abcdefghijklmnopqrstuvwxyz .,']),
    )
    .join('');
}

function reflow(random: Random, text: string): string {
  const width = 50 + Math.floor(random() * 40);
  let line = 0;
  const broken = [...text.replace(/\s+/g, ' ')].map((letter) => {
    line += 1;
    if (line < width) return letter;
    line = 0;
    return letter === ' ' ? '\n' : `${letter}-\n`;
  });
  return `• ${broken.join('')}`.replaceAll('. ', random() < 0.5 ? '.\n\n- ' : '.  ');
}

export function variant(seed: number, original: ItemState, kind: VariantKind): ItemState {
  const random = seeded(seed);
  const { title, abstract, summary, findings, authors, year } = original.fields;
  const lead = String(abstract ?? summary);
  const body = typeof findings === 'string' ? findings : '';
  const made = (fields: Record<string, string | null>): ItemState =>
    item(`${original.id}-${kind}`, 'document', {
      title: title as string,
      authors: authors as string[],
      year: year as number,
      summary: lead,
      findings: body || null,
      ...fields,
    });
  switch (kind) {
    case 'reformatted':
      return made({
        title: String(title).toUpperCase().replaceAll(' ', '  '),
        summary: reflow(random, lead),
        findings: body === '' ? null : reflow(random, body),
      });
    case 'retitled':
      return made({ title: titleOf(random) });
    case 'extended': {
      const words = `${lead} ${body}`.split(/\s+/).length;
      return made({ findings: `${body}\n\n${prose(random, Math.round(words * (0.1 + random())))}` });
    }
    case 'scanned': {
      const share = 0.01 + random() * 0.04;
      return made({
        title: scan(random, String(title), share),
        summary: scan(random, lead, share),
        findings: body === '' ? null : scan(random, body, share),
      });
    }
  }
}
