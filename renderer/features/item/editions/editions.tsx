import { Button, Skeleton } from '@mantine/core';
import { useState } from 'react';
import type { RevisionId } from '../../../../shared/base/ids';
import { editionTexts } from '../../../../shared/messages/ui/drafts';
import type { DraftVersion } from '../../../../shared/model/draft';
import type { ItemDetail } from '../../../../shared/model/views';
import { useAsk } from '../../../bridge/queries';
import { mayChange } from '../../../components/use-rights';
import { useErrorText, useText } from '../../../components/use-text';
import { DraftStateBar } from '../draft/draft-state-bar';
import { ExportMenu, exportKinds } from '../draft/export-menu';
import { typeOf } from '../item-title';
import { CompareView } from './compare-view';
import { EditionEntry } from './edition-entry';
import classes from './editions.module.css';
import { NameDialog } from './name-dialog';
import { isOfficeFile } from './office-file';
import { ReplaceFile } from './replace-file';
import { WorkingCopyBar } from './working-copy-bar';

/** The versions of a text or file: who and when, names, comparing, going back; and the copy that another program changes. */
export function Editions({ item }: { readonly item: ItemDetail }): React.JSX.Element {
  const t = useText(editionTexts);
  const errorText = useErrorText();
  const { id } = item.state;
  const { data: versions, error, refetch } = useAsk('drafts.versions', { id });
  const [compared, setCompared] = useState<{ readonly from: RevisionId; readonly to: RevisionId } | null>(null);
  const [named, setNamed] = useState<DraftVersion | null>(null);
  if (error !== null)
    return (
      <div className={classes['message']} role="alert">
        <p>{errorText(error)}</p>
        <Button variant="default" onClick={() => void refetch()}>
          {t('retry')}
        </Button>
      </div>
    );
  if (versions === undefined) return <Skeleton m={20} height={60} />;
  if (compared !== null)
    return (
      <CompareView
        item={item}
        versions={versions}
        from={compared.from}
        to={compared.to}
        onChoose={setCompared}
        onBack={() => setCompared(null)}
      />
    );
  const newest = versions[0];
  return (
    <div className={classes['editions']}>
      {isFileDraft(item) && (
        <div className={classes['state']}>
          <DraftStateBar item={item}>
            {item.fileHere && exportKinds(item).length > 0 && <ExportMenu item={item} />}
          </DraftStateBar>
        </div>
      )}
      {item.file !== null && !item.state.deleted && mayChange(item.may) && (
        <div className={classes['ways']}>
          {isOfficeFile(item.file) && <WorkingCopyBar item={item} />}
          <ReplaceFile item={item} />
        </div>
      )}
      <h2>{t('title')}</h2>
      {versions.length === 0 && <p className={classes['quiet']}>{t('none')}</p>}
      <ol className={classes['list']}>
        {versions.map((version, index) => (
          <EditionEntry
            key={version.revision}
            item={item}
            version={version}
            isNow={index === 0}
            onName={() => setNamed(version)}
            onCompare={
              newest === undefined || index === 0
                ? null
                : () => setCompared({ from: version.revision, to: newest.revision })
            }
          />
        ))}
      </ol>
      <NameDialog item={item} version={named} onClose={() => setNamed(null)} />
    </div>
  );
}

/** A draft that is a file: its state stands where its versions are, as that of a text stands above it. */
function isFileDraft(item: ItemDetail): boolean {
  return typeOf(item) === 'draft' && item.file !== null;
}
