import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { packageDialogTexts } from '../../../shared/messages/ui/package';
import type { PackageMade } from '../../../shared/model/package';
import { copyText } from '../../components/copy-text';
import { DialogButtons } from '../../components/dialog-buttons';
import { useFormat } from '../../components/format';
import { PathLine } from '../../components/path-line';
import { useText } from '../../components/use-text';
import { openDialog } from '../../state/view';

/** Where the package is, and once more the password, which is kept nowhere. */
export function PackageReady({
  made,
  password,
}: {
  readonly made: PackageMade;
  readonly password: string;
}): React.JSX.Element {
  const t = useText(packageDialogTexts);
  const format = useFormat();
  return (
    <>
      <p role="status">{t('done', { size: format.size(made.sizeBytes) })}</p>
      <PathLine path={made.path} />
      <p>{t('apart')}</p>
      <PathLine path={password}>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            copyText(password);
            notifications.show({ message: t('copied') });
          }}
        >
          {t('copy')}
        </Button>
      </PathLine>
      <DialogButtons>
        <Button data-autofocus onClick={() => openDialog(null)}>
          {t('close')}
        </Button>
      </DialogButtons>
    </>
  );
}
