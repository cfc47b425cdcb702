/** What somebody may do in a closed space, from nothing to everything; each has what those before it have. */
export const roles = ['none', 'view', 'read', 'annotate', 'edit', 'coordinate'] as const;
export type Role = (typeof roles)[number];

/** The roles that can be given; to take the last one away is to give `none`. */
export const grantableRoles = ['view', 'read', 'annotate', 'edit', 'coordinate'] as const satisfies readonly Role[];
export type GrantableRole = (typeof grantableRoles)[number];

export function atLeast(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}

export function lesser(a: Role, b: Role): Role {
  return atLeast(a, b) ? b : a;
}
