import { ActionIcon, Button, Loader } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMemo, useRef, useState, type Ref } from 'react';
import { annotateTexts } from '../../../shared/messages/ui/annotate';
import type { Annotation } from '../../../shared/model/annotation';
import { useText } from '../../components/use-text';
import classes from './annotation-pane.module.css';
import { CardList, type CardsHandle } from './card-list';
import { ExchangeMenu } from './exchange-menu';
import { filteredThreads, noFilter } from './filter';
import { Orphans } from './orphans';
import { PaneFilters } from './pane-filters';
import type { Surface } from './surface';
import type { Annotator } from './use-annotator';
import { VisibleTo } from './visible-to';

interface Props {
  readonly annotator: Annotator;
  readonly surface: Surface;
  readonly handle: Ref<CardsHandle>;
}

/** All annotations of a document beside it. */
export function AnnotationPane({ annotator, surface, handle }: Props): React.JSX.Element {
  const t = useText(annotateTexts);
  const [filter, setFilter] = useState(noFilter);
  const scroller = useRef<HTMLDivElement>(null);
  const { annotations } = annotator;
  const threads = useMemo(() => filteredThreads(annotations, filter), [annotations, filter]);
  const placed = useMemo(
    () => new Map((surface.placed ?? []).map((mark) => [mark.annotation.id, mark] as const)),
    [surface.placed],
  );
  const total = useMemo(() => filteredThreads(annotations, noFilter).length, [annotations]);
  const inPlace = useMemo(
    () => threads.filter(({ annotation }) => placed.get(annotation.id)?.certainty !== 'orphan'),
    [threads, placed],
  );
  const orphans = useMemo(() => [...placed.values()].filter(({ certainty }) => certainty === 'orphan'), [placed]);

  const toDocument = (): void => surface.scroller.current?.focus({ preventScroll: true });
  const close = (): void => {
    annotator.setOpen(false);
    toDocument();
  };
  const place = (annotation: Annotation): void => {
    annotator.setPlacing(annotation);
    toDocument();
  };
  return (
    <aside
      className={classes['pane']}
      aria-label={t('pane')}
      data-annotation-pane
      data-placing={annotator.placing !== null || undefined}
    >
      <header className={classes['head']}>
        <h2>{t('pane')}</h2>
        <span className={classes['count']} role="status">
          {t('count', { n: threads.length, total })}
        </span>
        <ExchangeMenu annotator={annotator} />
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={t('close')} onClick={close}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </header>
      <PaneFilters annotator={annotator} filter={filter} onChange={setFilter} />
      <VisibleTo annotator={annotator} />
      {annotator.placing !== null && (
        <div className={classes['placing']} role="status">
          <p>{t('placing')}</p>
          <Button size="compact-sm" variant="default" onClick={() => annotator.setPlacing(null)}>
            {t('cancel')}
          </Button>
        </div>
      )}
      <div ref={scroller} className={classes['scroller']} tabIndex={-1}>
        {orphans.length > 0 && <Orphans annotator={annotator} orphans={orphans} onPlace={place} />}
        {annotator.isLoading && <Loader size="sm" aria-label={t('loading')} />}
        {!annotator.isLoading && inPlace.length === 0 && orphans.length === 0 && (
          <p className={classes['empty']}>{t(total === 0 ? 'none' : 'noneFound')}</p>
        )}
        <CardList
          annotator={annotator}
          surface={surface}
          threads={inPlace}
          placed={placed}
          scroller={scroller}
          handle={handle}
        />
      </div>
    </aside>
  );
}
