import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawnSize, mostBytes } from './photo-size.ts';

it('a photo of a phone is made smaller by its longest side', () => {
  expect(drawnSize({ width: 4000, height: 3000 }, 1600)).toEqual({ width: 1600, height: 1200 });
  expect(drawnSize({ width: 3000, height: 4000 }, 192)).toEqual({ width: 144, height: 192 });
  expect(drawnSize({ width: 640, height: 480 }, 1600)).toEqual({ width: 640, height: 480 });
});

it('a picture of a whole conversation stays wide enough to be read', () => {
  expect(drawnSize({ width: 1080, height: 12_000 }, 1600)).toEqual({ width: 800, height: 8889 });
  // By its longest side it would have been 144 pixels wide.
  expect(drawnSize({ width: 1080, height: 12_000 }, 1024).width).toBe(512);
  expect(drawnSize({ width: 12_000, height: 1080 }, 1600)).toEqual({ width: 8889, height: 800 });
});

it('whatever its shape, it can be drawn, keeps its shape and is not made larger', () => {
  const side = fc.integer({ min: 1, max: 60_000 });
  fc.assert(
    fc.property(side, side, fc.constantFrom(192, 1024, 1280, 1600), (width, height, longest) => {
      const drawn = drawnSize({ width, height }, longest);
      expect(drawn.width).toBeLessThanOrEqual(width);
      expect(drawn.height).toBeLessThanOrEqual(height);
      expect(Math.max(drawn.width, drawn.height)).toBeLessThanOrEqual(16_000);
      expect(drawn.width * drawn.height).toBeLessThanOrEqual(16_100_000);
      expect(Math.min(drawn.width, drawn.height)).toBeGreaterThanOrEqual(1);
      const scale = drawn.width / width;
      expect(Math.abs(drawn.height - height * scale)).toBeLessThanOrEqual(1 + height / width);
    }),
  );
});

it('a long picture may weigh as much as the photos it could be cut into, and at most three megabytes', () => {
  expect(mostBytes({ width: 4000, height: 3000 })).toBe(300_000);
  expect(mostBytes({ width: 1080, height: 12_960 })).toBe(1_800_000);
  expect(mostBytes({ width: 100, height: 60_000 })).toBe(3_000_000);
});
