import { ActionIcon, Button, Loader, NativeSelect } from '@mantine/core';
import { IconArrowDown, IconArrowLeft, IconArrowUp } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { RevisionId } from '../../../../shared/base/ids';
import { editionTexts } from '../../../../shared/messages/ui/drafts';
import type { DraftVersion } from '../../../../shared/model/draft';
import type { ItemDetail } from '../../../../shared/model/views';
import { useAsk } from '../../../bridge/queries';
import { useFormat } from '../../../components/format';
import { useErrorText, useText } from '../../../components/use-text';
import { CompareRows } from './compare-rows';
import classes from './compare.module.css';

interface Chosen {
  readonly from: RevisionId;
  readonly to: RevisionId;
}
interface Props extends Chosen {
  readonly item: ItemDetail;
  readonly versions: readonly DraftVersion[];
  readonly onChoose: (chosen: Chosen) => void;
  readonly onBack: () => void;
}

/** Two versions side by side, with the words that differ marked, and steps from one difference to the next. */
export function CompareView({ item, versions, from, to, onChoose, onBack }: Props): React.JSX.Element {
  const t = useText(editionTexts);
  const errorText = useErrorText();
  const format = useFormat();
  const rows = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { data, error } = useAsk('drafts.compare', { id: item.state.id, from, to });
  const step = (by: 1 | -1): void => {
    const all = [...(rows.current?.querySelectorAll<HTMLElement>('[data-change]') ?? [])];
    const here = all.findIndex((row) => row === document.activeElement);
    const next = here < 0 ? (by === 1 ? all[0] : all.at(-1)) : all[(here + by + all.length) % all.length];
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: 'center' });
  };
  const nameOf = ({ name, at }: DraftVersion): string =>
    name === null ? format.dateTime(at) : `${name} (${format.dateTime(at)})`;
  const choices = versions.map((version) => (
    <option key={version.revision} value={version.revision}>
      {nameOf(version)}
    </option>
  ));
  return (
    <div className={classes['compare']}>
      <div className={classes['head']}>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconArrowLeft size={15} aria-hidden />}
          onClick={onBack}
        >
          {t('compareBack')}
        </Button>
        <h2 ref={heading} tabIndex={-1}>
          {t('compareTitle')}
        </h2>
        <p role="status">
          {data === undefined
            ? ''
            : data.changes === 0
              ? t('compareSame')
              : data.changes === 1
                ? t('compareOne')
                : t('compareMany', { n: format.number(data.changes) })}
        </p>
        <ActionIcon.Group>
          <ActionIcon variant="default" size={28} aria-label={t('previousChange')} onClick={() => step(-1)}>
            <IconArrowUp size={15} aria-hidden />
          </ActionIcon>
          <ActionIcon variant="default" size={28} aria-label={t('nextChange')} onClick={() => step(1)}>
            <IconArrowDown size={15} aria-hidden />
          </ActionIcon>
        </ActionIcon.Group>
      </div>
      <div className={classes['choices']}>
        <NativeSelect
          label={t('compareFrom')}
          value={from}
          onChange={(event) => onChoose({ from: event.currentTarget.value as RevisionId, to })}
        >
          {choices}
        </NativeSelect>
        <NativeSelect
          label={t('compareTo')}
          value={to}
          onChange={(event) => onChoose({ from, to: event.currentTarget.value as RevisionId })}
        >
          {choices}
        </NativeSelect>
      </div>
      {error !== null && (
        <p className={classes['message']} role="alert">
          {errorText(error)}
        </p>
      )}
      {data === undefined && error === null && (
        <p className={classes['message']} role="status">
          <Loader size={15} /> {t('comparing')}
        </p>
      )}
      {data !== undefined && (
        <div ref={rows}>
          <CompareRows rows={data.rows} />
        </div>
      )}
    </div>
  );
}
