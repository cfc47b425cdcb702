import { Button, Group, SegmentedControl, Textarea } from '@mantine/core';
import { useId, useMemo, useState } from 'react';
import { versionTexts } from '../../../../shared/messages/ui/conflicts';
import { useText } from '../../../components/use-text';
import { MarkedDifference } from './marked-difference';
import { hunksOf, mergedText, type Hunk, type Side } from './merge';
import classes from './versions.module.css';

interface Props {
  readonly texts: readonly string[];
  /** Who wrote each of them. */
  readonly authors: readonly string[];
  readonly label: string;
  /** The field is one line: two versions of it are joined on that line. */
  readonly isLine: boolean;
  readonly isBusy: boolean;
  readonly onKeep: (text: string) => void;
  readonly onStop: () => void;
}

/** Makes one text of several: of two by choosing for each difference, of more by hand; the result can be edited before it is kept. */
export function MergeText({ texts, authors, label, isLine, isBusy, onKeep, onStop }: Props): React.JSX.Element {
  const t = useText(versionTexts);
  const between = isLine ? ' / ' : '\n\n';
  const [left = '', right = ''] = texts;
  const hunks = useMemo(() => (texts.length === 2 ? hunksOf(left, right) : []), [texts.length, left, right]);
  const [sides, setSides] = useState<readonly Side[]>(() => hunks.filter(isChoice).map(() => 'both'));
  const [edited, setEdited] = useState<string | null>(null);
  const result = edited ?? (hunks.length > 0 ? mergedText(hunks, sides, between) : texts.join(between));
  const choose = (index: number, side: Side): void => {
    setSides(sides.map((each, at) => (at === index ? side : each)));
    setEdited(null);
  };
  return (
    <div className={classes['merge']}>
      <p>{t(hunks.length > 0 ? 'mergeText' : 'mergeMany')}</p>
      {hunks.filter(isChoice).map((hunk, index) => (
        <Choice
          key={index}
          hunk={hunk}
          authors={authors}
          name={t('difference', { n: index + 1, of: sides.length })}
          side={sides[index] ?? 'both'}
          onSide={(side) => choose(index, side)}
        />
      ))}
      <Textarea
        label={t('result')}
        aria-label={`${t('result')}: ${label}`}
        autosize
        minRows={isLine ? 1 : 4}
        maxRows={18}
        value={result}
        onChange={(event) => setEdited(event.currentTarget.value)}
      />
      <Group gap={8} mt={10}>
        <Button size="xs" loading={isBusy} onClick={() => onKeep(result.trim())}>
          {t('keepMerged')}
        </Button>
        <Button size="xs" variant="default" onClick={onStop}>
          {t('mergeStop')}
        </Button>
      </Group>
    </div>
  );
}

type ChoiceHunk = Extract<Hunk, { kind: 'choice' }>;

function isChoice(hunk: Hunk): hunk is ChoiceHunk {
  return hunk.kind === 'choice';
}

interface ChoiceProps {
  readonly hunk: ChoiceHunk;
  readonly authors: readonly string[];
  readonly name: string;
  readonly side: Side;
  readonly onSide: (side: Side) => void;
}

function Choice({ hunk: { left, right }, authors, name, side, onSide }: ChoiceProps): React.JSX.Element {
  const t = useText(versionTexts);
  const id = useId();
  const [first = t('left'), second = t('right')] = authors;
  const part = (text: string, other: string, author: string, isKept: boolean): React.JSX.Element => (
    <div className={classes['side']} data-kept={isKept || undefined}>
      <small>{author}</small>
      {text.trim() === '' ? <i>{t('nothingHere')}</i> : <MarkedDifference text={text.trimEnd()} other={other} />}
    </div>
  );
  return (
    <div className={classes['hunk']} role="group" aria-labelledby={id}>
      <div className={classes['hunkHead']}>
        <b id={id}>{name}</b>
        <SegmentedControl
          size="xs"
          aria-labelledby={id}
          value={side}
          onChange={(next) => onSide(next as Side)}
          data={[
            { value: 'left', label: first },
            { value: 'right', label: second },
            { value: 'both', label: t('both') },
          ]}
        />
      </div>
      <div className={classes['sides']}>
        {part(left, right, first, side !== 'right')}
        {part(right, left, second, side !== 'left')}
      </div>
    </div>
  );
}
