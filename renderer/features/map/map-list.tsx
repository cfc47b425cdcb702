import { Button, Group } from '@mantine/core';
import { IconTopologyStar3 } from '@tabler/icons-react';
import { mapTexts } from '../../../shared/messages/ui/map';
import { useAsk } from '../../bridge/queries';
import { Inbox, InboxEmpty, InboxGroup, InboxLine } from '../../components/inbox';
import { useLabels } from '../../components/labels';
import { Overlaps } from '../../components/overlaps/overlaps';
import { useText } from '../../components/use-text';
import { map, showScopePage, type MapFocus } from '../../state/map';
import { openDialog, openItem, view } from '../../state/view';
import { mapAsked, networkOf, wholeNetwork } from './map-data';

/** Beside the map: what the chosen point touches, or what happens in the chosen box. */
export function MapList(): React.JSX.Element {
  const t = useText(mapTexts);
  const focus = map.use((state) => state.focus);
  const isAway = view.use(({ scopePage }) => !scopePage);
  const title = focus === null ? t('name') : focus.kind === 'item' ? focus.title : focus.name;
  return (
    <Inbox
      title={title}
      text={focus === null ? t('text') : ''}
      action={
        (isAway || focus?.kind === 'item') && (
          <Group gap={6} mt={8}>
            {isAway && (
              <Button
                size="compact-sm"
                variant="light"
                leftSection={<IconTopologyStar3 size={15} aria-hidden />}
                onClick={showScopePage}
              >
                {t('show')}
              </Button>
            )}
            {focus?.kind === 'item' && (
              <Button size="compact-sm" variant="default" onClick={() => openItem(focus.id, { tab: 'overlaps' })}>
                {t('open')}
              </Button>
            )}
          </Group>
        )
      }
    >
      {focus?.kind === 'item' && <Overlaps key={focus.id} id={focus.id} />}
      {focus?.kind === 'cell' && <CellItems focus={focus} />}
      {focus === null && <Hubs />}
    </Inbox>
  );
}

const shownHubs = 12;

/** Where to begin: what touches most. */
function Hubs(): React.JSX.Element | null {
  const t = useText(mapTexts);
  const labels = useLabels();
  const data = useAsk('overlaps.map', mapAsked, { keepLast: true }).data;
  if (data === undefined) return null;
  const { nodes } = networkOf(data, wholeNetwork);
  const hubs = [...nodes].sort((a, b) => b.degree - a.degree || (a.title < b.title ? -1 : 1)).slice(0, shownHubs);
  return hubs.length === 0 ? null : (
    <InboxGroup title={t('hubs')}>
      <ul>
        {hubs.map(({ id, type, title, degree }, index) => (
          <InboxLine
            key={id}
            type={type}
            title={title === '' ? t('untitled') : title}
            meta={`${labels.type(type)} · ${t('touches', { n: degree })}`}
            current={false}
            first={index === 0}
            opensOnFocus={false}
            onOpen={() => map.set({ focus: { kind: 'item', id, title } })}
          />
        ))}
      </ul>
    </InboxGroup>
  );
}

function CellItems({ focus: { items } }: { readonly focus: Extract<MapFocus, { kind: 'cell' }> }): React.JSX.Element {
  const t = useText(mapTexts);
  const labels = useLabels();
  const active = view.use((state) => (state.scopePage ? null : state.active));
  if (items.length === 0)
    return (
      <InboxEmpty title={t('emptyCellTitle')} text={t('emptyCell')}>
        <Button size="xs" variant="default" onClick={() => openDialog({ kind: 'new-item', type: 'project' })}>
          {t('newProject')}
        </Button>
      </InboxEmpty>
    );
  return (
    <ul>
      {items.map(({ id, type, title }, index) => (
        <InboxLine
          key={id}
          type={type}
          title={title === '' ? t('untitled') : title}
          meta={labels.type(type)}
          current={active === id}
          first={index === 0}
          onOpen={() => openItem(id, { tab: 'overview' })}
        />
      ))}
    </ul>
  );
}
