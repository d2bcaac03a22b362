import { below, mix } from '../../frame/hash';
import type { AdfoxOptions } from '../options';

import { BLANK_CATEGORY, BLANK_CONTRACT, BLANK_CONTRACTOR, BLANK_POSITION } from './blank';
import type { AdfoxRow } from './collection';
import type { Store } from './store';

const ADDED = '2022-01-10 09:00:00';
/** More than the ten rows that a forgotten limit gives. */
const MANY = 14;

/** What campaigns, banners and placements refer to. */
export function createDictionaries(store: Store, { seed }: AdfoxOptions): void {
	for (let number = 1; number <= MANY; number++) {
		store.position.add({
			...BLANK_POSITION,
			name: `Позиция ${number}`,
			isPredefined: number < 5 ? '1' : '0',
			dateAdded: ADDED,
		});
		store.bannerType.add({ name: `Тип ${number} / ${120 * number}x60` });
		store.category.add({ ...BLANK_CATEGORY, name: `Категория ${number}`, type: String(number % 2) });
		store.targetingProfile.add({ name: `Профиль ${number}`, dateAdded: ADDED });
	}
	for (let number = 1; number <= MANY; number++) store.template.add(template(number, mix(seed, number)));
	for (let number = 1; number <= 4; number++) {
		store.contractor.add({
			...BLANK_CONTRACTOR,
			ownerID: '50242',
			name: `ООО "Контрагент ${number}"`,
			type: '0',
			roles: number % 2 === 0 ? ['1'] : ['0', '1'],
			inn: `0${String(100_000_000 + number)}`,
		});
	}
	const [customerID, executorID] = store.contractor.all().map((row) => row.ID!);
	store.contract.add({
		...BLANK_CONTRACT,
		type: '0',
		contractRole: '0',
		customerID: customerID!,
		executorID: executorID!,
	});
	const advertiserID = store.advertiser.all()[0]?.ID ?? '';
	for (let number = 1; number <= 3; number++) {
		store.tracingPoint.add({ advertiserID, userID: `000${number}`, name: `Точка ${number}` });
	}
}

/** Its own rows lie inside of the row (sheet, 7.1, 7). */
function template(number: number, state: number): AdfoxRow & Record<string, AdfoxRow[string]> {
	const userParameters = Array.from({ length: 1 + below(12, state) }, (_, index) => ({
		userParameterID: String(9000 + number * 20 + index),
		isOn: '1',
		name: `Параметр ${index + 1}`,
		isRequired: '0',
		type: 'text',
		length: '',
		default: '',
	}));
	return {
		name: `Шаблон ${number}`,
		ownerID: '50242',
		description: number % 2 === 0 ? '' : 'HTML & JS',
		isZipAllowed: '0',
		isImageUrl: '1',
		isHitUrl: '1',
		codeType: '1',
		impressionCode: '<script>document.write("<a href=\'%c1%\'>" + 1 + "</a>"); // ]]></script>',
		userParameters,
	};
}
