import { Alert, Button, Loader, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { mapTexts } from '../../../shared/messages/ui/map';
import type { OverlapMap } from '../../../shared/model/insight';
import { useAsk } from '../../bridge/queries';
import { useErrorText, useText } from '../../components/use-text';
import { map } from '../../state/map';
import { mapAsked } from './map-data';
import { MatrixView } from './matrix-view';
import { NetworkView } from './network-view';
import classes from './map.module.css';

const kinds = ['network', 'matrix'] as const;

/** What touches what as a picture: a network of items, or transitions beside lines and regions with the white spots in it. */
export function MapPage(): React.JSX.Element {
  const t = useText(mapTexts);
  const errorText = useErrorText();
  const [kind, setKind] = useState<(typeof kinds)[number]>('network');
  const { data, error, refetch } = useAsk('overlaps.map', mapAsked, { keepLast: true });
  return (
    <section className={classes['page']} aria-label={t('name')}>
      <header className={classes['head']}>
        <h1>{t('name')}</h1>
        <SegmentedControl
          size="xs"
          aria-label={t('kind')}
          value={kind}
          onChange={(next) => {
            setKind(next as typeof kind);
            // A point of the one says nothing in the other.
            map.set({ focus: null });
          }}
          data={kinds.map((value) => ({ value, label: t(value) }))}
        />
      </header>
      {error !== null && (
        <Alert color="red" m="md" title={t('failed')}>
          {errorText(error)}
          <Button size="compact-sm" variant="default" mt="xs" display="block" onClick={() => void refetch()}>
            {t('retry')}
          </Button>
        </Alert>
      )}
      {data === undefined && error === null && <Loader m="md" size="sm" aria-label={t('loading')} />}
      {data !== undefined && <Shown kind={kind} data={data} />}
    </section>
  );
}

function Shown({
  kind,
  data,
}: {
  readonly kind: (typeof kinds)[number];
  readonly data: OverlapMap;
}): React.JSX.Element {
  return kind === 'network' ? <NetworkView map={data} /> : <MatrixView map={data} />;
}
