import { Alert, Button } from '@mantine/core';
import { spaceDialogTexts } from '../../../shared/messages/ui/space-dialog';
import { DialogButtons } from '../../components/dialog-buttons';
import { useText } from '../../components/use-text';
import { openDialog } from '../../state/view';
import classes from './spaces.module.css';

interface FormProps {
  readonly onSubmit: () => void;
  readonly onBack: (() => void) | null;
  readonly next: string;
  readonly isBusy?: boolean;
  readonly error?: string | null;
  readonly children: React.ReactNode;
}

/** One step, with the way on and the way back. */
export function Form({ onSubmit, onBack, next, isBusy = false, error = null, children }: FormProps): React.JSX.Element {
  const t = useText(spaceDialogTexts);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) onSubmit();
      }}
    >
      {children}
      {error !== null && (
        <Alert mt={12} variant="default" className={classes['failed'] ?? ''} role="alert" title={t('failed')}>
          {error}
        </Alert>
      )}
      <DialogButtons>
        <Button variant="default" onClick={onBack ?? (() => openDialog(null))} disabled={isBusy && onBack !== null}>
          {t(onBack === null ? 'cancel' : 'back')}
        </Button>
        <Button type="submit" loading={isBusy}>
          {next}
        </Button>
      </DialogButtons>
    </form>
  );
}
