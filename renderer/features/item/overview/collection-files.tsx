import type { ItemId } from '../../../../shared/base/ids';
import { collectionTexts } from '../../../../shared/messages/ui/sharing';
import { useAsk, useCommand } from '../../../bridge/queries';
import { useFormat } from '../../../components/format';
import { KeepOffline } from '../../../components/keep-offline';
import { useKeepCollection } from '../../../components/use-keep-collection';
import { useText } from '../../../components/use-text';
import classes from './collection-files.module.css';

/** Of a collection: whether its files are kept on this computer, how many are, and the proof of it. */
export function CollectionFiles({ id }: { readonly id: ItemId }): React.JSX.Element | null {
  const t = useText(collectionTexts);
  const format = useFormat();
  const { canChoose, keep, isPending } = useKeepCollection();
  const found = useAsk('collections.files', { id }, { keepLast: true }).data;
  const proof = useCommand('collections.offlineProof');
  if (!canChoose || found === undefined) return null;
  const { files, here } = found;
  return (
    <section className={classes['section']} aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <KeepOffline
        label={t('keep')}
        description={t('keepText')}
        keep={found.keep}
        isBusy={isPending}
        onKeep={(next) => {
          proof.reset();
          keep(id, next);
        }}
        proof={proof}
        onProve={() => proof.mutate({ id })}
        unproven={
          files === 0
            ? t('none')
            : files === 1
              ? t(here === 1 ? 'oneHere' : 'oneElsewhere')
              : t('here', { here: format.number(here), total: format.number(files) })
        }
      />
    </section>
  );
}
