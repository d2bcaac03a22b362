import { dayOf, dayText } from '../../frame/calendar';
import { below, mix, pick } from '../../frame/hash';
import type { AdfoxOptions } from '../options';

import * as BLANK from './blank';
import type { AdfoxRow, StoredRow } from './collection';
import type { Store } from './store';

const COMPANIES = ['ООО "Ромашка"', 'АО «Вектор»', 'Fish & Chips', 'ИП Ёлкин', 'Снег <и> лёд'] as const;
const CITIES = ['Москва', 'Санкт-Петербург', 'Казань', 'Ростов-на-Дону'] as const;

const RIGHTS =
	'isViewOwnCampaigns isCreateOwnCampaigns isModifyOwnCampaigns isAdvertisers isViewAllCampaigns isModifyAllCampaigns isModifyWebsites isWebsites isPlacementPrices isHideInformation isCommonReports isExtendedReports isFinancialReports'.split(
		' ',
	);

/** Advertisers, site owners and assistants. Accounts and post codes begin with zeros here and there (7.1, 1). */
export function createUsers(store: Store, { seed, advertisers }: AdfoxOptions): void {
	for (let number = 1; number <= advertisers; number++) {
		store.advertiser.add({
			...BLANK.ADVERTISER,
			...user('adv', number, mix(mix(seed, 0xad), number)),
			isByAssistantCreated: String(Number(number % 5 === 0)),
		});
	}
	for (let number = 1; number <= 12; number++) {
		store.webmaster.add({
			...BLANK.WEBMASTER,
			...user('site', number, mix(mix(seed, 0x3b), number)),
			comments: number % 3 === 0 ? 'Отчёт до 5-го числа & акт' : '',
		});
	}
	for (let number = 1; number <= 11; number++) {
		store.assistant.add({
			...BLANK.ASSISTANT,
			...user('help', number, mix(mix(seed, 0xa5), number)),
			modules: Object.fromEntries(
				RIGHTS.map((right, index) => [right, String(below(2, mix(number, index)))] as const),
			),
		});
	}
}

function user(prefix: string, number: number, state: number): StoredRow {
	return {
		account: number % 4 === 0 ? `00${number}` : `${prefix}-${number}`,
		company: pick(COMPANIES, mix(state, 1)),
		firstName: `Имя${number}`,
		lastName: `Фамилия${number}`,
		eMail: `${prefix}${number}@example.com`,
		country: 'Россия',
		city: pick(CITIES, mix(state, 2)),
		ZIPCode: number % 2 === 0 ? '0123' + String(10 + below(90, mix(state, 3))) : '',
		phone: `+7 000 000-00-${String(number % 100).padStart(2, '0')}`,
		dateAdded: `${dayText(dayOf('2022-02-01')! + below(500, mix(state, 4)))} 10:00:00`,
	};
}

const ADDED = '2022-01-10 09:00:00';
/** More than the ten rows that a forgotten limit gives. */
const MANY = 14;

/** What campaigns, banners and placements refer to. */
export function createDictionaries(store: Store, { seed }: AdfoxOptions): void {
	for (let number = 1; number <= MANY; number++) {
		store.position.add({
			...BLANK.POSITION,
			name: `Позиция ${number}`,
			isPredefined: number < 5 ? '1' : '0',
			dateAdded: ADDED,
		});
		store.bannerType.add({ name: `Тип ${number} / ${120 * number}x60` });
		store.category.add({ ...BLANK.CATEGORY, name: `Категория ${number}`, type: String(number % 2) });
		store.targetingProfile.add({ name: `Профиль ${number}`, dateAdded: ADDED });
	}
	for (let number = 1; number <= MANY; number++) store.template.add(template(number, mix(seed, number)));
	for (let number = 1; number <= 4; number++) {
		store.contractor.add({
			...BLANK.CONTRACTOR,
			ownerID: '50242',
			name: `ООО "Контрагент ${number}"`,
			type: '0',
			roles: number % 2 === 0 ? ['1'] : ['0', '1'],
			inn: `0${String(100_000_000 + number)}`,
		});
	}
	const [customerID, executorID] = store.contractor.all().map((row) => row.ID!);
	store.contract.add({
		...BLANK.CONTRACT,
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
