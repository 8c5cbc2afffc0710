// For tests: rows of a profile export of SIASN, with the titles that it has. All persons are invented.

export const SIASN_TITLES = (
  'PNS ID|NIP BARU|NIP LAMA|NAMA|GELAR DEPAN|GELAR BELAKANG|TEMPAT LAHIR ID|TEMPAT LAHIR NAMA|TANGGAL LAHIR|JENIS KELAMIN|' +
  'AGAMA ID|AGAMA NAMA|JENIS KAWIN ID|JENIS KAWIN NAMA|NIK|NOMOR HP|EMAIL|EMAIL GOV|ALAMAT|NPWP NOMOR|BPJS|JENIS PEGAWAI ID|' +
  'JENIS PEGAWAI NAMA|KEDUDUKAN HUKUM ID|KEDUDUKAN HUKUM NAMA|STATUS CPNS PNS|KARTU ASN VIRTUAL|NOMOR SK CPNS|TANGGAL SK CPNS|' +
  'TMT CPNS|NOMOR SK PNS|TANGGAL SK PNS|TMT PNS|GOL AWAL ID|GOL AWAL NAMA|GOL AKHIR ID|GOL AKHIR NAMA|TMT GOLONGAN|MK TAHUN|' +
  'MK BULAN|JENIS JABATAN ID|JENIS JABATAN NAMA|JABATAN ID|JABATAN NAMA|TMT JABATAN|TINGKAT PENDIDIKAN ID|' +
  'TINGKAT PENDIDIKAN NAMA|PENDIDIKAN ID|PENDIDIKAN NAMA|TAHUN LULUS|KPKN ID|KPKN NAMA|LOKASI KERJA ID|LOKASI KERJA NAMA|' +
  'UNOR ID|UNOR NAMA|INSTANSI INDUK ID|INSTANSI INDUK NAMA|INSTANSI KERJA ID|INSTANSI KERJA NAMA|SATUAN KERJA INDUK ID|' +
  'SATUAN KERJA INDUK NAMA|SATUAN KERJA KERJA ID|SATUAN KERJA KERJA NAMA|IS VALID NIK|NAMA SEKOLAH|FLAG IKD|ESELON ID|ESELON NAMA'
).split('|');

export interface SiasnPerson {
  nip: string;
  name: string;
  back?: string;
  grade: string;
  kind: string;
  position: string;
  since: string;
  unitId: string;
  unit: string;
  echelon?: string;
  standing?: string;
  /** As the file writes it; else that of the NIP. */
  born?: string;
  sex?: string;
}

export function siasnRow(person: SiasnPerson): string[] {
  const { nip, name, back = '', grade, kind, position, since, unitId, unit, echelon = '', standing = 'Aktif' } = person;
  const digits = nip.replace(/\D/g, '');
  const cells: Record<string, string> = {
    ...{ 'NIP BARU': nip, NAMA: name, 'GELAR BELAKANG': back, 'GOL AKHIR NAMA': grade, 'JENIS JABATAN NAMA': kind },
    ...{ 'JABATAN NAMA': position, 'TMT JABATAN': since, 'UNOR ID': unitId, 'UNOR NAMA': unit, 'ESELON NAMA': echelon },
    ...{ 'KEDUDUKAN HUKUM NAMA': standing, 'STATUS CPNS PNS': 'P', 'AGAMA NAMA': 'Islam', NIK: '6308000000000000' },
    'TANGGAL LAHIR': person.born ?? `${digits.slice(6, 8)}-${digits.slice(4, 6)}-${digits.slice(0, 4)}`,
    'JENIS KELAMIN': person.sex ?? (digits.charAt(14) === '2' ? 'F' : 'M'),
  };
  return SIASN_TITLES.map((title) => cells[title] ?? '');
}
