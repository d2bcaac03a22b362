import type { AdfoxRow } from '../objects/row';

/** Dictionaries that are the same in every account. Field names differ in case (sheet, 7.1, 8). */

const NAMES = ['Автомобили', 'Недвижимость', 'Финансы', 'Мебель & свет', 'Туризм', 'Игры', 'Одежда'] as const;

export const SECTORS = rows('sectorid', 14, (number) => NAMES[number % NAMES.length]!);
export const OPERATING_SYSTEMS = rows('osid', 12, (number) => `OS ${number}`);
export const MANUFACTURERS = rows('manufacturerid', 11, (number) => `Производитель ${number}`);
/** Its field names are not known (2.6). */
export const BROWSERS = rows('browserid', 13, (number) => `Браузер ${number}`);

/** 293 of them, with codes like 1.1.1 (2.3, 7.1). */
export const BANNER_KKTU: readonly AdfoxRow[] = Array.from({ length: 293 }, (_, index) => ({
	CODE: `${1 + Math.floor(index / 30)}.${1 + (Math.floor(index / 6) % 5)}.${1 + (index % 6)}`,
	NAME: `Товары и услуги ${index + 1}`,
}));

export const USER_CRITERIAS: readonly AdfoxRow[] = Array.from({ length: 63 }, (_, index) => ({
	criteriaID: String(index + 1),
	criteriaName: index < 5 ? `Характеристика ${index + 1}` : '',
	criteriaTargetingName: `puid${index + 1}`,
	criteriaReportName: '',
	isDeleted: String(Number(index % 10 === 9)),
}));

function rows(idField: string, count: number, name: (number: number) => string): AdfoxRow[] {
	return Array.from({ length: count }, (_, index) => ({
		[idField]: String(index + 1),
		name: name(index + 1),
	}));
}
