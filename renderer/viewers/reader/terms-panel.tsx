import { Loader, VisuallyHidden } from '@mantine/core';
import { useMemo } from 'react';
import type { ItemId } from '../../../shared/base/ids';
import { viewerTexts } from '../../../shared/messages/ui/viewer';
import type { GlossaryTerm, TermFinder } from '../../../shared/search/glossary';
import { useDocumentText } from '../version';
import { useFormat } from '../../components/format';
import { useErrorText, useText } from '../../components/use-text';
import { TermText } from './term-text';
import classes from './terms.module.css';

interface TermsPanelProps {
  readonly item: ItemId;
  readonly find: TermFinder;
  /** Goes to the first place of a term: the words as they are written there, and the page, 0 is the first. */
  readonly onShow: (text: string, page: number) => void;
}

interface UsedTerm {
  readonly term: GlossaryTerm;
  readonly written: string;
  readonly page: number;
  readonly count: number;
}

/** The terms that a document uses, each with what it means: the same as on hover, for the keyboard and for reading at once. */
export function TermsPanel({ item, find, onShow }: TermsPanelProps): React.JSX.Element {
  const t = useText(viewerTexts);
  const format = useFormat();
  const errorText = useErrorText();
  const { data, error } = useDocumentText(item);
  const used = useMemo(() => (data === undefined ? null : usedTerms(data.pages, find)), [data, find]);
  if (error !== null) return <p className={classes['empty']}>{errorText(error)}</p>;
  if (used === null) return <Loader size="sm" m="sm" aria-label={t('loading')} />;
  if (used.length === 0) return <p className={classes['empty']}>{t('noTerms')}</p>;
  return (
    <ul className={classes['terms']}>
      {used.map(({ term, written, page, count }) => (
        <li key={`${term.preferred} ${term.abbreviation ?? ''}`}>
          <button type="button" className={classes['name']} onClick={() => onShow(written, page)}>
            {term.preferred}
            <span className={classes['count']}>
              {' '}
              {format.number(count)}×<VisuallyHidden> {t('termShow')}</VisuallyHidden>
            </span>
          </button>
          <div className={classes['text']}>
            <TermText term={term} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function usedTerms(pages: readonly string[], find: TermFinder): UsedTerm[] {
  const used = new Map<GlossaryTerm, UsedTerm>();
  pages.forEach((text, page) => {
    for (const { term, start, end } of find(text)) {
      const before = used.get(term);
      const first = before ?? { term, written: text.slice(start, end).replace(/\s+/g, ' '), page, count: 0 };
      used.set(term, { ...first, count: first.count + 1 });
    }
  });
  return [...used.values()].sort((a, b) => a.term.preferred.localeCompare(b.term.preferred, 'nl'));
}
