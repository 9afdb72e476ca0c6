import { expect, test } from 'vitest';
import {
  formLink,
  isLongToType,
  typedLink,
} from '../../../../web/pages/organization/sharing/form-link.ts';

test('a link is printed without what browsers put before it of their own', () => {
  const link = formLink('https://polls.example.org', 'spring', 'rco-a');
  expect(link).toBe('https://polls.example.org/p/spring/rco-a');
  expect(typedLink(link)).toBe('polls.example.org/p/spring/rco-a');
});

test('a link without TLS keeps its http://, which no browser puts there', () => {
  expect(typedLink('http://localhost:8080/p/a/b')).toBe('http://localhost:8080/p/a/b');
});

test('an address of 40 characters after the site’s name can be typed, one of 41 is long', () => {
  const [poll, organization] = ['p'.repeat(18), 'o'.repeat(18)];
  expect(formLink('', poll, organization)).toHaveLength(40);
  expect(isLongToType(poll, organization)).toBe(false);
  expect(isLongToType(poll, `${organization}o`)).toBe(true);
});
