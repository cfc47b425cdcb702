import { Button, Checkbox, NativeSelect, Popover, Stack } from '@mantine/core';
import { IconAdjustments } from '@tabler/icons-react';
import { curatingTexts } from '../../../shared/messages/ui/curating';
import { defaultDuplicateRules, type DuplicateRules } from '../../../shared/model/insight';
import { useAsk } from '../../bridge/queries';
import { useChangeSettings } from '../../components/use-change-settings';
import { useText } from '../../components/use-text';

const kinds = ['identifiers', 'titles', 'texts', 'versions'] as const;

/** How much must be alike: [text, title]. */
const strictness = {
  strict: [0.6, 0.94],
  normal: [defaultDuplicateRules.leastText, defaultDuplicateRules.leastTitle],
  wide: [0.3, 0.78],
} as const;
type Strictness = keyof typeof strictness;

/** By what duplicates are recognised, and how alike they have to be. */
export function DuplicateRulesMenu(): React.JSX.Element | null {
  const t = useText(curatingTexts);
  const { change: changeSettings } = useChangeSettings();
  const rules = useAsk('settings.get', undefined).data?.duplicateRules;
  if (rules === undefined) return null;
  const change = (part: Partial<DuplicateRules>): void => changeSettings({ duplicateRules: { ...rules, ...part } });
  return (
    <Popover position="bottom-start" shadow="md" width={300} trapFocus returnFocus>
      <Popover.Target>
        <Button mt={8} size="compact-sm" variant="default" leftSection={<IconAdjustments size={15} aria-hidden />}>
          {t('rules')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('rules')}>
        <Stack gap={10}>
          {kinds.map((kind) => (
            <Checkbox
              key={kind}
              label={t(`rule-${kind}`)}
              checked={rules[kind]}
              onChange={(event) => change({ [kind]: event.currentTarget.checked })}
            />
          ))}
          <NativeSelect
            label={t('ruleStrictness')}
            value={strictnessOf(rules)}
            onChange={(event) => {
              const [leastText, leastTitle] = strictness[event.currentTarget.value as Strictness];
              change({ leastText, leastTitle });
            }}
          >
            {(Object.keys(strictness) as Strictness[]).map((each) => (
              <option key={each} value={each}>
                {t(`rule-${each}`)}
              </option>
            ))}
          </NativeSelect>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function strictnessOf({ leastText }: DuplicateRules): Strictness {
  const found = (Object.keys(strictness) as Strictness[]).find((each) => strictness[each][0] === leastText);
  return found ?? 'normal';
}
