import { useMemo, useState } from 'react';
import type { ItemId } from '../../../../shared/base/ids';
import { itemTexts } from '../../../../shared/messages/ui/item';
import type { RelationGraph, RelationLink } from '../../../../shared/model/insight';
import { useAsk } from '../../../bridge/queries';
import { Graph, type GraphLink, type GraphNode } from '../../../components/graph/graph';
import { useLabels } from '../../../components/labels';
import { useText } from '../../../components/use-text';
import { openItem } from '../../../state/view';
import { useRelationLabel } from './relation-label';
import classes from './relation-picture.module.css';

const heightPx = 260;
/** One tie says no more as a picture than the list beside it. */
const leastNodes = 3;

/** What this item is tied to, one and two steps away, as a small picture. The list of relations says the same in words. */
export function RelationPicture({ id }: { readonly id: ItemId }): React.JSX.Element | null {
  const { data } = useAsk('relations.around', { id }, { keepLast: true });
  return data === undefined || data.nodes.length < leastNodes ? null : <Picture key={id} id={id} graph={data} />;
}

function Picture({ id, graph }: { readonly id: ItemId; readonly graph: RelationGraph }): React.JSX.Element {
  const t = useText(itemTexts);
  const labels = useLabels();
  const relationLabel = useRelationLabel();
  const [selected, setSelected] = useState<string | null>(null);
  const nodes = useMemo(
    () =>
      graph.nodes.map(({ id: each, type, title, steps }): GraphNode => ({
        id: each,
        type,
        title: title === '' ? t('untitled') : title,
        spoken: `${labels.type(type)}: ${title === '' ? t('untitled') : title}`,
        weight: steps === 0 ? 0.75 : steps === 1 ? 0.35 : 0,
      })),
    [graph, labels, t],
  );
  const links = useMemo(
    () =>
      graph.links.map(({ from, to }): GraphLink => ({
        from,
        to,
        weight: 0.1,
        look: from === id || to === id ? 'sure' : 'quiet',
      })),
    [graph, id],
  );
  const titleOf = (of: string): string => nodes.find((node) => node.id === of)?.title ?? '';
  const said = ({ kind, from, to }: RelationLink): string =>
    `${titleOf(from)} – ${relationLabel(kind, 'out').toLowerCase()} – ${titleOf(to)}`;
  const told = graph.links.filter(({ from, to }) => from === selected || to === selected);
  return (
    <section className={classes['picture']}>
      <h2>{t('relationPicture')}</h2>
      <Graph
        name={t('relationPicture')}
        nodes={nodes}
        links={links}
        centre={id}
        selected={selected}
        onSelect={setSelected}
        onOpen={(other) => openItem(other as ItemId, { tab: 'overview' })}
        heightPx={heightPx}
      />
      <p role="status">
        {selected === null
          ? [t('relationPictureHint'), ...(graph.more > 0 ? [t('relationPictureMore', { n: graph.more })] : [])].join(
              ' ',
            )
          : told.slice(0, 4).map(said).join('; ')}
      </p>
    </section>
  );
}
