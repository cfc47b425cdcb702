import { Select, TextInput } from '@mantine/core';
import { grantableRoles, type GrantableRole } from '../../../shared/access/role';
import { accessTexts } from '../../../shared/messages/ui/access';
import { useText } from '../../components/use-text';

export interface Rights {
  readonly role: GrantableRole;
  /** Empty for none. */
  readonly until: string;
  readonly reason: string;
}

/** What somebody may do, until when, and why. */
export function RightsFields({
  rights,
  onChange,
}: {
  readonly rights: Rights;
  readonly onChange: (rights: Rights) => void;
}): React.JSX.Element {
  const t = useText(accessTexts);
  return (
    <>
      <Select
        label={t('role')}
        description={t(`means.${rights.role}`)}
        data={grantableRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
        value={rights.role}
        allowDeselect={false}
        comboboxProps={{ withinPortal: true }}
        onChange={(value) => onChange({ ...rights, role: (value ?? 'read') as GrantableRole })}
      />
      <TextInput
        type="date"
        label={t('until')}
        description={t('untilHint')}
        value={rights.until}
        onChange={(event) => onChange({ ...rights, until: event.currentTarget.value })}
      />
      <TextInput
        label={t('reason')}
        value={rights.reason}
        maxLength={2_000}
        onChange={(event) => onChange({ ...rights, reason: event.currentTarget.value })}
      />
    </>
  );
}

/** The day that lies this many days ahead, as date fields hold it. */
export function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
