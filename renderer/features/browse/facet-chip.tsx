import { UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ComponentProps } from 'react';
import type { Facet } from '../../../shared/search/item-query';
import classes from './chips.module.css';
import { useFacetLabels } from './use-facet-labels';

/** The button that a facet can be opened with. */
export function FacetChip({
  facet,
  className,
  ...button
}: { readonly facet: Facet } & ComponentProps<'button'>): React.JSX.Element {
  const labels = useFacetLabels();
  return (
    <UnstyledButton className={`${classes['chip'] ?? ''} ${className ?? ''}`} {...button}>
      {labels.field(facet.field)} <IconChevronDown size={12} aria-hidden />
    </UnstyledButton>
  );
}
