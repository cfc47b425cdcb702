import { Checkbox, NativeSelect, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ItemId } from '../../../shared/base/ids';
import { mapTexts } from '../../../shared/messages/ui/map';
import type { OverlapMap } from '../../../shared/model/insight';
import { useFormat } from '../../components/format';
import { Graph, type GraphLink, type GraphNode } from '../../components/graph/graph';
import { useLabels } from '../../components/labels';
import { useText } from '../../components/use-text';
import { map as mapStore } from '../../state/map';
import { openItem } from '../../state/view';
import { networkOf, regionsIn, transitionsIn, wholeNetwork, type Network, type NetworkChoice } from './map-data';
import classes from './map.module.css';
import { NetworkLegend } from './network-legend';
import { NetworkTable } from './network-table';

const limits = [25, 50, 100] as const;
const drawingHeightPx = 520;

/** The strongest raakvlakken as a network, with what to see of it, and the same as a table. */
export function NetworkView({ map }: { readonly map: OverlapMap }): React.JSX.Element {
  const t = useText(mapTexts);
  const format = useFormat();
  const [look, setLook] = useState<'network' | 'table'>('network');
  const [choice, setChoice] = useState<NetworkChoice>({ ...wholeNetwork, limit: 50 });
  const network = useMemo(() => networkOf(map, choice), [map, choice]);
  return (
    <>
      <Choices map={map} choice={choice} onChange={setChoice} />
      <div className={classes['line']}>
        <p role="status">
          {t('networkIntro', {
            links: format.number(network.links.length),
            nodes: format.number(network.nodes.length),
          })}
        </p>
        <SegmentedControl
          size="xs"
          aria-label={t('kind')}
          value={look}
          onChange={(next) => setLook(next as typeof look)}
          data={(['network', 'table'] as const).map((value) => ({ value, label: t(value) }))}
        />
      </div>
      {network.nodes.length === 0 ? (
        <div className={classes['nothing']}>
          <h2>{t('nothingTitle')}</h2>
          <p>{t('nothing')}</p>
        </div>
      ) : look === 'network' ? (
        <>
          <Drawing network={network} />
          <NetworkLegend types={network.nodes.map(({ type }) => type)} />
        </>
      ) : (
        <NetworkTable network={network} />
      )}
    </>
  );
}

function Drawing({ network }: { readonly network: Network }): React.JSX.Element {
  const t = useText(mapTexts);
  const labels = useLabels();
  const focus = mapStore.use((state) => state.focus);
  const nodes = useMemo(() => {
    const most = Math.max(...network.nodes.map(({ degree }) => degree));
    return network.nodes.map(({ id, type, title, degree }): GraphNode => ({
      id,
      type,
      title: title === '' ? t('untitled') : title,
      spoken: t('spoken', { type: labels.type(type), title: title === '' ? t('untitled') : title, n: degree }),
      weight: degree / most,
    }));
  }, [network, labels, t]);
  const links = useMemo(
    () =>
      network.links.map(({ a, b, score, verdict, known }): GraphLink => ({
        from: a,
        to: b,
        weight: score,
        look: verdict !== null ? 'sure' : known !== null ? 'quiet' : 'maybe',
      })),
    [network],
  );
  const titleOf = (id: string): string => nodes.find((node) => node.id === id)?.title ?? '';
  return (
    <>
      <Graph
        name={t('name')}
        nodes={nodes}
        links={links}
        selected={focus?.kind === 'item' ? focus.id : null}
        onSelect={(id) => mapStore.set({ focus: { kind: 'item', id: id as ItemId, title: titleOf(id) } })}
        onOpen={(id) => openItem(id as ItemId, { tab: 'overlaps' })}
        heightPx={drawingHeightPx}
        takesFocus
      />
      <p className={classes['hint']}>{t('networkKeys')}</p>
    </>
  );
}

function Choices({
  map,
  choice,
  onChange,
}: {
  readonly map: OverlapMap;
  readonly choice: NetworkChoice;
  readonly onChange: (choice: NetworkChoice) => void;
}): React.JSX.Element {
  const t = useText(mapTexts);
  const labels = useLabels();
  const [year] = useState(() => new Date().getFullYear());
  return (
    <div className={classes['choices']}>
      <NativeSelect
        size="xs"
        label={t('region')}
        value={choice.region}
        onChange={(event) => onChange({ ...choice, region: event.currentTarget.value })}
      >
        <option value="">{t('everywhere')}</option>
        {regionsIn(map).map((region) => (
          <option key={region}>{region}</option>
        ))}
      </NativeSelect>
      <NativeSelect
        size="xs"
        label={t('transition')}
        value={choice.transition}
        onChange={(event) => onChange({ ...choice, transition: event.currentTarget.value })}
      >
        <option value="">{t('everywhere')}</option>
        {transitionsIn(map).map((transition) => (
          <option key={transition} value={transition}>
            {labels.value('transitions', transition)}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        size="xs"
        label={t('amount')}
        value={choice.limit}
        onChange={(event) => onChange({ ...choice, limit: Number(event.currentTarget.value) })}
      >
        {limits.map((limit) => (
          <option key={limit} value={limit}>
            {t('amountOf', { n: limit })}
          </option>
        ))}
      </NativeSelect>
      <Checkbox
        size="xs"
        label={t('onlyRunning')}
        checked={choice.runningIn !== null}
        onChange={(event) => onChange({ ...choice, runningIn: event.currentTarget.checked ? year : null })}
      />
      <Checkbox
        size="xs"
        label={t('withKnown')}
        checked={choice.withKnown}
        onChange={(event) => onChange({ ...choice, withKnown: event.currentTarget.checked })}
      />
    </div>
  );
}
