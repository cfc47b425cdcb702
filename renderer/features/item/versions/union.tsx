import { Button } from '@mantine/core';
import { IconArrowsJoin2 } from '@tabler/icons-react';
import { sameJson, type JsonValue } from '../../../../shared/base/json';
import { versionTexts } from '../../../../shared/messages/ui/conflicts';
import { useLabels } from '../../../components/labels';
import type { useDenied } from '../../../components/use-rights';
import { useText } from '../../../components/use-text';
import classes from './versions.module.css';

/** All elements of lists, each once, in the order they first appear; null when these are not lists. */
export function unionOf(values: readonly JsonValue[]): readonly JsonValue[] | null {
  if (!values.some(Array.isArray) || !values.every((value) => Array.isArray(value) || value === null)) return null;
  return values
    .flatMap((value) => (Array.isArray(value) ? value : []))
    .filter((value, index, all) => all.findIndex((other) => sameJson(other, value)) === index);
}

interface Props {
  readonly field: string;
  readonly values: readonly JsonValue[];
  /** Why it may not be kept, as a button says it. */
  readonly denied: ReturnType<typeof useDenied>;
  readonly isBusy: boolean;
  readonly onKeep: () => void;
}

/** Keeps everything that is in any version of a list. */
export function Union({ field, values, denied, isBusy, onKeep }: Props): React.JSX.Element {
  const t = useText(versionTexts);
  const labels = useLabels();
  return (
    <div className={classes['union']}>
      <span>
        {t('unionText')} <b>{values.map((value) => labels.value(field, String(value))).join('; ')}</b>
      </span>
      <Button
        size="xs"
        variant="light"
        leftSection={<IconArrowsJoin2 size={15} aria-hidden />}
        {...denied}
        loading={isBusy}
        onClick={onKeep}
      >
        {t('union')}
      </Button>
    </div>
  );
}
