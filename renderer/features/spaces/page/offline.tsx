import { spacePageTexts } from '../../../../shared/messages/ui/space-page';
import type { SpaceStatus } from '../../../../shared/model/sync';
import { useCommand } from '../../../bridge/queries';
import { KeepOffline } from '../../../components/keep-offline';
import { useText } from '../../../components/use-text';
import { Section } from './section';
import { useSpaceCommand } from './use-space-command';

/** Whether all files of a space are kept here, and the proof of it. */
export function Offline({ space: { id, keepOffline } }: { readonly space: SpaceStatus }): React.JSX.Element {
  const t = useText(spacePageTexts);
  const setKeep = useSpaceCommand('spaces.setKeepOffline');
  const proof = useCommand('spaces.offlineProof');
  return (
    <Section title={t('offline')}>
      <KeepOffline
        label={t('keepOffline')}
        description={t('keepOfflineText')}
        keep={keepOffline}
        isBusy={setKeep.isPending}
        onKeep={(keep) => setKeep.run({ id, keep }, proof.reset)}
        proof={proof}
        onProve={() => proof.mutate({ id })}
        unproven={t('checkText')}
      />
    </Section>
  );
}
