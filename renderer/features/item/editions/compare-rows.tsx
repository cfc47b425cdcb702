import { editionTexts } from '../../../../shared/messages/ui/drafts';
import type { ComparedPart, ComparedRow } from '../../../../shared/text/compare-texts';
import { useFormat } from '../../../components/format';
import { useText } from '../../../components/use-text';
import classes from './compare.module.css';

/** Paragraphs beside each other as a table: earlier left, later right; what differs has a word and a sign besides its colour. */
export function CompareRows({ rows }: { readonly rows: readonly ComparedRow[] }): React.JSX.Element {
  const t = useText(editionTexts);
  return (
    <table className={classes['rows']}>
      <thead>
        <tr>
          <th scope="col">{t('compareFrom')}</th>
          <th scope="col">{t('compareTo')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <Row key={index} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { readonly row: ComparedRow }): React.JSX.Element {
  const t = useText(editionTexts);
  const format = useFormat();
  switch (row.kind) {
    case 'skipped':
      return (
        <tr className={classes['skipped']}>
          <td colSpan={2}>{row.count === 1 ? t('skippedOne') : t('skipped', { n: format.number(row.count) })}</td>
        </tr>
      );
    case 'same':
      return (
        <tr className={classes['same']}>
          <td>
            <div>{row.text}</div>
          </td>
          <td>
            <div>{row.text}</div>
          </td>
        </tr>
      );
    case 'changed':
      return (
        <tr data-change tabIndex={-1} aria-label={t('changed')}>
          <td>
            <Parts parts={row.before} as="del" />
          </td>
          <td>
            <Parts parts={row.after} as="ins" />
          </td>
        </tr>
      );
    case 'removed':
      return (
        <tr data-change tabIndex={-1} aria-label={t('removed')}>
          <td>
            <del>{row.text}</del>
          </td>
          <td className={classes['none']}>{t('removed')}</td>
        </tr>
      );
    case 'added':
      return (
        <tr data-change tabIndex={-1} aria-label={t('added')}>
          <td className={classes['none']}>{t('added')}</td>
          <td>
            <ins>{row.text}</ins>
          </td>
        </tr>
      );
  }
}

function Parts({
  parts,
  as: Mark,
}: {
  readonly parts: readonly ComparedPart[];
  readonly as: 'del' | 'ins';
}): React.ReactNode {
  return parts.map(({ kind, text }, index) =>
    kind === 'same' ? <span key={index}>{text}</span> : <Mark key={index}>{text}</Mark>,
  );
}
