import * as v from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ref } from 'vue';
import { request } from '#shared/leave/mutations/leave.ts';
import { log } from '#shared/work/mutations/activity.ts';
import { pointAtFirstError } from './first-error.ts';
import { useForm } from './use-form.ts';

vi.mock('./first-error.ts', () => ({ pointAtFirstError: vi.fn() }));
beforeEach(() => vi.mocked(pointAtFirstError).mockClear());

const leave = { kind: 'tahunan', validFrom: '2026-11-24', validUntil: '2026-11-25', reason: ' Keluarga ' };

describe('a form', () => {
  it('gives what is typed as the mutation takes it', () => {
    const { errorOf, taken } = useForm(request.args, () => leave);
    expect(taken()).toEqual({ ...leave, reason: 'Keluarga' });
    expect(errorOf('reason')).toBe('');
    expect(pointAtFirstError).not.toHaveBeenCalled();
  });

  it('says what is missing once somebody tried to save, points at it, and forgets that when it begins again', () => {
    const form = ref({ ...leave, validFrom: '' });
    const { errorOf, taken, again } = useForm(request.args, () => ({ ...form.value }));
    expect(errorOf('validFrom')).toBe('');
    expect(taken()).toBeNull();
    expect(pointAtFirstError).toHaveBeenCalledTimes(1);
    expect(errorOf('validFrom')).toBe('Wajib diisi.');
    expect(errorOf('validUntil')).toBe('');
    again();
    expect(errorOf('validFrom')).toBe('');
    form.value.validFrom = '31/02';
    taken();
    expect(errorOf('validFrom')).toBe('Isian ini belum benar.');
    form.value.validFrom = '2026-11-24';
    expect(errorOf('validFrom')).toBe('');
  });

  it('says at once that a text is too long, by the limit of the mutation, and cuts nothing off', () => {
    const { errorOf, taken } = useForm(request.args, () => ({ ...leave, reason: 'a'.repeat(1001) }));
    expect(errorOf('reason')).toBe('Terlalu panjang: 1.001 huruf, paling banyak 1.000.');
    expect(taken()).toBeNull();
  });

  it('knows parts of an argument by their names', () => {
    const time = { start: undefined, end: '10:00', minutes: 1 };
    const { errorOf, taken } = useForm(log.args, () => ({ time, output: { quantity: undefined, unit: '' } }));
    expect(taken()).toBeNull();
    for (const lacking of ['time.start', 'output.quantity', 'output.unit', 'time']) {
      expect(errorOf(lacking), lacking).toBe('Wajib diisi.');
    }
    expect(errorOf('time.end')).toBe('');
  });

  it('is not taken while something is wrong that no schema can tell, beside a field or not', () => {
    const wrong = ref<Record<string, string | false>>({ validUntil: 'Terlalu lama.', other: false });
    const { errorOf, taken } = useForm(
      request.args,
      () => leave,
      () => wrong.value,
    );
    expect(errorOf('validUntil')).toBe('');
    expect(taken()).toBeNull();
    expect(errorOf('validUntil')).toBe('Terlalu lama.');
    wrong.value = {};
    expect(taken()).not.toBeNull();
  });

  it('takes no field that its schema does not know', () => {
    const { taken } = useForm(v.object({ text: v.string() }), () => ({ text: 'a', more: 1 }) as { text: string });
    expect(taken()).toBeNull();
  });
});
