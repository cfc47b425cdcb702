import { ActionIcon, Checkbox, NativeSelect, Popover, Stack, TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { annotateTexts } from '../../../shared/messages/ui/annotate';
import { annotationColours } from '../../../shared/model/annotation';
import { useSpaceName } from '../../components/use-spaces';
import { useText } from '../../components/use-text';
import classes from './annotation-pane.module.css';
import { noFilter, type PaneFilter } from './filter';
import { useColourName } from './use-mark-label';
import type { Annotator } from './use-annotator';

interface Props {
  readonly annotator: Annotator;
  readonly filter: PaneFilter;
  readonly onChange: (filter: PaneFilter) => void;
}

/** Searching, narrowing and sorting the annotations of a document. */
export function PaneFilters({ annotator: { annotations }, filter, onChange }: Props): React.JSX.Element {
  const t = useText(annotateTexts);
  const colourName = useColourName();
  const spaceName = useSpaceName();
  const set = (change: Partial<PaneFilter>): void => onChange({ ...filter, ...change });
  const spaces = [...new Set(annotations.map(({ space }) => space.id))];
  const tags = [...new Set(annotations.flatMap((each) => each.tags))].sort((a, b) => a.localeCompare(b, 'nl'));
  const { text: _text, sort: _sort, ...narrowing } = filter;
  const isNarrowed = Object.entries(narrowing).some(([key, value]) => value !== noFilter[key as keyof PaneFilter]);
  return (
    <div className={classes['filterBar']} role="search">
      <TextInput
        size="xs"
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        value={filter.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      <Popover position="bottom-end" withinPortal={false} trapFocus>
        <Popover.Target>
          <ActionIcon
            variant={isNarrowed ? 'light' : 'default'}
            color={isNarrowed ? 'accent' : 'gray'}
            size={30}
            aria-label={t('filters')}
          >
            <IconFilter size={16} aria-hidden />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('filters')}>
          <Stack gap={8} w={230}>
            <NativeSelect
              size="xs"
              label={t('sort')}
              value={filter.sort}
              onChange={(event) => set({ sort: event.currentTarget.value as PaneFilter['sort'] })}
              data={[
                { value: 'place', label: t('byPlace') },
                { value: 'newest', label: t('newestFirst') },
                { value: 'colour', label: t('byColour') },
              ]}
            />
            <NativeSelect
              size="xs"
              label={t('filterWho')}
              value={filter.mine ? 'mine' : ''}
              onChange={(event) => set({ mine: event.currentTarget.value === 'mine' })}
              data={[
                { value: '', label: t('everyone') },
                { value: 'mine', label: t('onlyMine') },
              ]}
            />
            <NativeSelect
              size="xs"
              label={t('filterColour')}
              value={filter.colour}
              onChange={(event) => set({ colour: event.currentTarget.value })}
              data={[
                { value: '', label: t('everyColour') },
                ...annotationColours.map((value) => ({ value, label: colourName(value) })),
              ]}
            />
            <NativeSelect
              size="xs"
              label={t('filterSpace')}
              value={filter.space}
              onChange={(event) => set({ space: event.currentTarget.value })}
              data={[
                { value: '', label: t('everySpace') },
                ...spaces.map((value) => ({ value, label: spaceName(value) })),
              ]}
            />
            {tags.length > 0 && (
              <NativeSelect
                size="xs"
                label={t('filterTag')}
                value={filter.tag}
                onChange={(event) => set({ tag: event.currentTarget.value })}
                data={[{ value: '', label: t('everyTag') }, ...tags]}
              />
            )}
            <Checkbox
              size="xs"
              label={t('unresolved')}
              checked={filter.unresolved}
              onChange={(event) => set({ unresolved: event.currentTarget.checked })}
            />
          </Stack>
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}
