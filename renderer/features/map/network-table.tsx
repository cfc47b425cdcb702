import { Anchor } from '@mantine/core';
import type { ItemId } from '../../../shared/base/ids';
import { overlapReasonLabels, verdictLabels } from '../../../shared/messages/ui/curating';
import { mapTexts } from '../../../shared/messages/ui/map';
import { useFormat } from '../../components/format';
import { useLanguage, useText } from '../../components/use-text';
import { openItem } from '../../state/view';
import type { Network } from './map-data';
import classes from './map.module.css';

/** The network as a table: every pair that is drawn, with what the lines show. */
export function NetworkTable({ network }: { readonly network: Network }): React.JSX.Element {
  const t = useText(mapTexts);
  const language = useLanguage();
  const format = useFormat();
  const titles = new Map(network.nodes.map(({ id, title }) => [id, title] as const));
  const item = (id: ItemId): React.JSX.Element => (
    <Anchor component="button" type="button" ta="left" fz="inherit" onClick={() => openItem(id, { tab: 'overlaps' })}>
      {titles.get(id) || t('untitled')}
    </Anchor>
  );
  return (
    <div className={classes['scroll']}>
      <table className={classes['table']}>
        <caption>{t('tableOfNetwork')}</caption>
        <thead>
          <tr>
            {(['first', 'second', 'through', 'strength', 'judgement'] as const).map((key) => (
              <th scope="col" key={key}>
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {network.links.map(({ a, b, score, verdict, known, facet }) => (
            <tr key={`${a} ${b}`}>
              <th scope="row">{item(a)}</th>
              <td>{item(b)}</td>
              <td>{facet === null ? '' : overlapReasonLabels[facet][language]}</td>
              <td className={classes['number']}>{format.number(Math.round(score * 100))}</td>
              <td>
                {verdict !== null ? verdictLabels[verdict][language] : t(known === null ? 'proposal' : 'legendKnown')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
