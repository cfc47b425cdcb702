import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { spaceDialogTexts } from '../../../shared/messages/ui/space-dialog';
import type { Place, SpaceStatus } from '../../../shared/model/sync';
import { ask } from '../../bridge/client';
import { useAsk } from '../../bridge/queries';
import { useErrorText, useText } from '../../components/use-text';
import classes from './spaces.module.css';
import { Form } from './step-form';
import { WhoReads } from './who-reads';

interface Props {
  readonly mode: 'new' | 'open';
  /** Of a new space. */
  readonly name: string;
  readonly isClosed: boolean;
  readonly place: Place;
  readonly onBack: () => void;
  readonly onDone: (space: SpaceStatus) => void;
}

/** What a closed space shows of whose it is. */
function ownerOf({ name, organisation }: { readonly name: string; readonly organisation: string }): string {
  return organisation.trim() === '' ? name.trim() : organisation.trim();
}

/** The last step before anything is shared: who can read it, and as whom one writes. */
export function ReadersStep({ mode, name, isClosed, place, onBack, onDone }: Props): React.JSX.Element {
  const t = useText(spaceDialogTexts);
  const errorText = useErrorText();
  const saved = useAsk('settings.get', undefined).data?.profile ?? { name: '', organisation: '', role: '' };
  const [profile, setProfile] = useState(saved);
  const [isConfirmed, setConfirmed] = useState(false);
  const [tried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const run = async (): Promise<void> => {
    setTried(true);
    if (!isConfirmed) return;
    setBusy(true);
    setError(null);
    try {
      if (profile.name !== saved.name || profile.organisation !== saved.organisation)
        await ask('settings.change', { profile });
      onDone(
        await (mode === 'new'
          ? ask('spaces.create', { name: name.trim(), place, closed: isClosed, owner: ownerOf(profile) })
          : ask('spaces.open', { place })),
      );
    } catch (failure) {
      setError(errorText(failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Form
      onSubmit={() => void run()}
      onBack={onBack}
      next={t(mode === 'new' ? 'make' : 'open')}
      isBusy={isBusy}
      error={error}
    >
      <WhoReads isClosed={isClosed} isConfirmed={isConfirmed} tried={tried} onConfirm={setConfirmed} />
      <section className={classes['you']} aria-label={t('youAre')}>
        <h3>{t('youAre')}</h3>
        <p>{t('youAreText')}</p>
        <div className={classes['two']}>
          <TextInput
            label={t('yourName')}
            maxLength={120}
            autoComplete="off"
            value={profile.name}
            onChange={(event) => setProfile({ ...profile, name: event.currentTarget.value })}
          />
          <TextInput
            label={t('yourOrganisation')}
            maxLength={200}
            autoComplete="off"
            value={profile.organisation}
            onChange={(event) => setProfile({ ...profile, organisation: event.currentTarget.value })}
          />
        </div>
      </section>
    </Form>
  );
}
