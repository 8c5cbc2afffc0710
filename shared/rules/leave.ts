// Kinds of leave (cuti). Source: PP 11/2017 as amended by PP 17/2020, article 310.

export const LEAVE_KINDS = ['tahunan', 'sakit', 'melahirkan', 'alasan-penting', 'besar', 'luar-tanggungan'] as const;
export type LeaveKind = (typeof LEAVE_KINDS)[number];
