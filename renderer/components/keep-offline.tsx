import { Button, Switch } from '@mantine/core';
import type { UseMutationResult } from '@tanstack/react-query';
import { IconShieldCheck } from '@tabler/icons-react';
import { offlineTexts } from '../../shared/messages/ui/sharing';
import type { OfflineProof } from '../../shared/model/sync';
import { useFormat } from './format';
import classes from './keep-offline.module.css';
import { useErrorText, useText } from './use-text';

interface Props {
  readonly label: string;
  readonly description: string;
  readonly keep: boolean;
  readonly isBusy: boolean;
  readonly onKeep: (keep: boolean) => void;
  /** Reads every file again and counts them. */
  readonly proof: Pick<UseMutationResult<OfflineProof, Error>, 'data' | 'error' | 'isPending'>;
  readonly onProve: () => void;
  /** What is known without reading; stands where the proof will. */
  readonly unproven: string;
}

/** Whether all files of something are kept on this computer, and the proof of it. */
export function KeepOffline({
  label,
  description,
  keep,
  isBusy,
  onKeep,
  proof,
  onProve,
  unproven,
}: Props): React.JSX.Element {
  const t = useText(offlineTexts);
  const errorText = useErrorText();
  const found = proof.data;
  return (
    <>
      <Switch
        label={label}
        description={description}
        checked={keep}
        disabled={isBusy}
        onChange={(event) => onKeep(event.currentTarget.checked)}
      />
      <div className={classes['proof']}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconShieldCheck size={15} aria-hidden />}
          loading={proof.isPending}
          onClick={onProve}
        >
          {t('check')}
        </Button>
        <span role="status" data-whole={(found !== undefined && found.here === found.files) || undefined}>
          {found === undefined ? unproven : <Proven proof={found} />}
        </span>
      </div>
      {proof.error !== null && (
        <p role="alert" className={classes['fault']}>
          {errorText(proof.error)}
        </p>
      )}
    </>
  );
}

function Proven({ proof: { files, here, verifiedAt } }: { readonly proof: OfflineProof }): React.JSX.Element {
  const t = useText(offlineTexts);
  const format = useFormat();
  if (files === 0) return <>{t('proofNone')}</>;
  const when = format.dateTime(verifiedAt);
  if (here === files)
    return <>{files === 1 ? t('proofOne', { when }) : t('proofAll', { n: format.number(files), when })}</>;
  if (files === 1) return <>{t('proofNotOne', { when })}</>;
  return <>{t('proofSome', { here: format.number(here), total: format.number(files), when })}</>;
}
