import { describe, expect, it } from 'vitest';
import { bornOn, checkNip, formatNip, isFemale, type NipProblem } from './nip.ts';

const accepted: [nip: string, why: string][] = [
  ['198812042014021003', 'PNS, appointed in February 2014'],
  ['199506262023211004', 'PPPK: a year and the code 21 in place of the month'],
  ['199506262024241004', 'PPPK: a year and the code 24'],
  ['198812042014011003', 'PNS, appointed in January'],
  ['198812042014121003', 'PNS, appointed in December'],
  ['198812042004121003', 'appointed in the year of the sixteenth birthday'],
  ['19881204 201402 1 003', 'typed with spaces as on the card'],
  ['19881204.201402.1-003', 'typed with dots and dashes'],
  ['200002292024012001', 'born on a leap day'],
];

const refused: [nip: string, problem: NipProblem, why: string][] = [
  ['', 'length', 'empty'],
  ['19881204201402100', 'length', 'one digit short'],
  ['1988120420140210033', 'length', 'one digit long'],
  ['1.98812042014021E+17', 'digits', 'a spreadsheet made a floating point number of it'],
  ['19881204201402100a', 'digits', 'a letter'],
  ['198813042014021003', 'birth-date', 'month 13'],
  ['198802302014021003', 'birth-date', 'the 30th of February'],
  ['190002292014021003', 'birth-date', '1900 was no leap year'],
  ['188812042014021003', 'birth-date', 'born in 1888'],
  ['198812041914021003', 'appointment-year', 'appointed in 1914'],
  ['198812041988021003', 'appointment-year', 'appointed in the year of birth'],
  ['198812042003121003', 'appointment-year', 'appointed at fifteen'],
  ['198812042114021003', 'appointment-year', 'appointed in a year to come'],
  ['198812042014001003', 'appointment-month', 'month 00'],
  ['198812042014131003', 'appointment-month', 'month 13'],
  ['198812042014201003', 'appointment-month', 'month 20'],
  ['198812042014023003', 'sex', 'neither 1 nor 2'],
];

describe('a NIP', () => {
  it.each(accepted)('%s is taken: %s', (nip) => {
    expect(checkNip(nip)).toEqual({ ok: true, nip: nip.replace(/\D/g, '') });
  });

  it.each(refused)('"%s" is not taken, and %s is named: %s', (nip, problem) => {
    expect(checkNip(nip)).toEqual({ ok: false, problem });
  });

  it('is shown in the groups of the card', () => {
    expect(formatNip('198812042014021003')).toBe('19881204 201402 1 003');
  });
});

it('tells the day of birth and the sex', () => {
  expect(bornOn('198812042014021003')).toBe('1988-12-04');
  expect(isFemale('198812042014021003')).toBe(false);
  expect(isFemale('200002292024012001')).toBe(true);
});
