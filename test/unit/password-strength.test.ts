import { describe, expect, test } from 'vitest';
import { proposePassword } from '../../electron/package/password';
import { passwordBits, passwordStrength } from '../../shared/text/password-strength';
import { seeded } from '../support/seeded';

describe('how hard a password is to guess', () => {
  test.each([
    '',
    'geheim',
    'Welkom2026!',
    'Raakvlak2026',
    'wachtwoord123',
    'aaaaaaaaaaaaaaaa',
    '12345678901234',
    'doorstroompunt',
    'ja ja ja ja ja ja ja ja',
  ])('too easy: %s', (password) => expect(passwordStrength(password)).toBe('weak'));
  test.each(['xK9#qWv!2mRz', 'aap-kaas-lift-molen-orgel-zon', '4fG7kP2qLw8Z'])('good enough: %s', (password) =>
    expect(passwordStrength(password)).not.toBe('weak'),
  );
  test('a word that was there before adds hardly anything', () => {
    expect(passwordBits('lift lift lift') - passwordBits('lift')).toBeLessThan(2);
  });
  test('seven words are proposed, all different in a thousand, and called strong unless words repeat (seed 7)', () => {
    const random = seeded(7);
    const bytes = (size: number): Uint8Array => Uint8Array.from({ length: size }, () => Math.floor(random() * 256));
    const proposed = Array.from({ length: 1_000 }, () => proposePassword(bytes));
    expect(new Set(proposed).size).toBe(1_000);
    for (const password of proposed) {
      expect(password.split('-')).toHaveLength(7);
      expect(passwordStrength(password)).not.toBe('weak');
    }
    expect(proposed.filter((password) => passwordStrength(password) === 'strong').length).toBeGreaterThan(800);
  });
});
