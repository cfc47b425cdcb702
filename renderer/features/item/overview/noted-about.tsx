import { useState } from 'react';
import { annotateTexts } from '../../../../shared/messages/ui/annotate';
import type { ItemId } from '../../../../shared/base/ids';
import type { NotedAbout as Noted } from '../../../../shared/model/annotation';
import { useAsk } from '../../../bridge/queries';
import { useFormat } from '../../../components/format';
import { useText } from '../../../components/use-text';
import { openItem } from '../../../state/view';
import { UntrustedMarkdown } from '../../../viewers/untrusted-markdown';
import classes from './noted-about.module.css';

/** More than these are shown when somebody asks. */
const shownFirst = 20;

/** What was noted about an item, in its own document and in others, newest first. Nothing when there is nothing. */
export function NotedAbout({ id }: { readonly id: ItemId }): React.JSX.Element | null {
  const t = useText(annotateTexts);
  const noted = useAsk('annotations.about', { item: id }).data ?? [];
  const [all, setAll] = useState(false);
  if (noted.length === 0) return null;
  return (
    <section className={classes['noted']}>
      <h2>{t('notedAbout')}</h2>
      <ul>
        {(all ? noted : noted.slice(0, shownFirst)).map((each) => (
          <NotedLine key={each.annotation.id} noted={each} />
        ))}
      </ul>
      {!all && noted.length > shownFirst && (
        <button type="button" className={classes['more']} onClick={() => setAll(true)}>
          {t('showAll', { n: noted.length })}
        </button>
      )}
    </section>
  );
}

function NotedLine({ noted: { annotation, document } }: { readonly noted: Noted }): React.JSX.Element {
  const t = useText(annotateTexts);
  const format = useFormat();
  const { anchor, comment, author, changedAt, id } = annotation;
  const page = anchor.page === null ? '' : `, ${t('onPage', { n: anchor.page + 1 })}`;
  const open = (): void =>
    openItem(document.id, { keep: true, tab: 'document', place: { page: anchor.page, find: null, annotation: id } });
  return (
    <li>
      {anchor.quote !== null && <blockquote>{anchor.quote.exact.slice(0, 600)}</blockquote>}
      {comment !== '' && <UntrustedMarkdown text={comment} firstLevel={3} />}
      <span className={classes['who']}>
        {[author, format.moment(changedAt)].filter((part) => part !== '').join(' · ')}
      </span>
      <button type="button" className={classes['more']} onClick={open}>
        {t('openNoted', { title: `${document.title}${page}` })}
      </button>
    </li>
  );
}
