import { Button, Switch } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { spacePageTexts } from '../../../../shared/messages/ui/space-page';
import type { SpaceStatus } from '../../../../shared/model/sync';
import { useCommand } from '../../../bridge/queries';
import { useFormat } from '../../../components/format';
import { useErrorText, useText } from '../../../components/use-text';
import classes from '../space-page.module.css';
import { Section } from './section';
import { useSpaceCommand } from './use-space-command';

/** Whether all files of a space are kept here, and the proof of it. */
export function Offline({ space: { id, keepOffline } }: { readonly space: SpaceStatus }): React.JSX.Element {
  const t = useText(spacePageTexts);
  const format = useFormat();
  const errorText = useErrorText();
  const setKeep = useSpaceCommand('spaces.setKeepOffline');
  const proof = useCommand('spaces.offlineProof');
  const found = proof.data;
  return (
    <Section title={t('offline')}>
      <Switch
        label={t('keepOffline')}
        description={t('keepOfflineText')}
        checked={keepOffline}
        disabled={setKeep.isPending}
        onChange={(event) => setKeep.run({ id, keep: event.currentTarget.checked })}
      />
      <div className={classes['proof']}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconShieldCheck size={15} aria-hidden />}
          loading={proof.isPending}
          onClick={() => proof.mutate({ id })}
        >
          {t('check')}
        </Button>
        <span role="status" data-whole={(found !== undefined && found.here === found.files) || undefined}>
          {found === undefined
            ? t('checkText')
            : found.files === 0
              ? t('proofNone')
              : t('proof', {
                  here: format.number(found.here),
                  total: format.number(found.files),
                  when: format.dateTime(found.verifiedAt),
                })}
        </span>
      </div>
      {proof.error !== null && (
        <p role="alert" className={classes['fault']}>
          {errorText(proof.error)}
        </p>
      )}
    </Section>
  );
}
