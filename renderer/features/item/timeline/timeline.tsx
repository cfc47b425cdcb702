import { Anchor, Loader, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { ItemId } from '../../../../shared/base/ids';
import { fillText } from '../../../../shared/messages/fill';
import { fateLabels, tieLabels, timelineTexts } from '../../../../shared/messages/ui/plans';
import type { Lineage, LineageLink } from '../../../../shared/model/insight';
import { useAsk } from '../../../bridge/queries';
import { useLabels } from '../../../components/labels';
import { TypeIcon } from '../../../components/type-icon';
import { useErrorText, useLanguage, useText } from '../../../components/use-text';
import { openItem } from '../../../state/view';
import { TimelineChart } from './timeline-chart';
import classes from './timeline.module.css';
import { timelineRows, yearsText, type TimelineRow } from './timeline-rows';

/** What an item continues, what continues it and what is part of it, along the years, each with what became of it. */
export function Timeline({ id }: { readonly id: ItemId }): React.JSX.Element {
  const t = useText(timelineTexts);
  const errorText = useErrorText();
  const [look, setLook] = useState<'picture' | 'table'>('picture');
  const { data, error } = useAsk('curating.lineage', { id }, { keepLast: true });
  if (error !== null) return <p className={classes['page']}>{errorText(error)}</p>;
  if (data === undefined)
    return (
      <div className={classes['page']}>
        <Loader size="sm" aria-label={t('name')} />
      </div>
    );
  if (data.nodes.length < 2) return <p className={classes['page']}>{t('alone')}</p>;
  const rows = timelineRows(data);
  return (
    <div className={classes['page']}>
      <div className={classes['head']}>
        <p>{t('intro')}</p>
        <SegmentedControl
          size="xs"
          aria-label={t('look')}
          value={look}
          onChange={(next) => setLook(next as typeof look)}
          data={(['picture', 'table'] as const).map((value) => ({ value, label: t(value) }))}
        />
      </div>
      {look === 'picture' ? (
        <TimelineChart id={id} rows={rows} links={data.links} />
      ) : (
        <TimelineTable rows={rows} lineage={data} />
      )}
    </div>
  );
}

function TimelineTable({
  rows,
  lineage: { nodes, links },
}: {
  readonly rows: readonly TimelineRow[];
  readonly lineage: Lineage;
}): React.JSX.Element {
  const t = useText(timelineTexts);
  const language = useLanguage();
  const labels = useLabels();
  const titles = new Map(nodes.map(({ id, title }) => [id, title] as const));
  const tie = ({ kind, earlier }: LineageLink): string =>
    fillText(tieLabels[kind][language], { title: titles.get(earlier) ?? '' });
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          {(['what', 'years', 'fate', 'tied'] as const).map((key) => (
            <th scope="col" key={key}>
              {t(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ node }) => (
          <tr key={node.id}>
            <th scope="row">
              <Anchor
                component="button"
                type="button"
                ta="left"
                fz="inherit"
                mih={24}
                onClick={() => openItem(node.id, { tab: 'timeline' })}
              >
                <TypeIcon type={node.type} size={14} /> {node.title === '' ? t('untitled') : node.title}
              </Anchor>
              <span className={classes['meta']}>{[labels.type(node.type), ...node.regions].join(' · ')}</span>
            </th>
            <td>{yearsText(node, t('noYears'))}</td>
            <td>{fateLabels[node.fate][language]}</td>
            <td>
              {links
                .filter(({ later }) => later === node.id)
                .map(tie)
                .join('; ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
