import { dayOf, dayText } from '../../frame/calendar';
import { below, mix, pick } from '../../frame/hash';
import type { AdfoxOptions } from '../options';

import { BLANK_ADVERTISER, BLANK_ASSISTANT, BLANK_WEBMASTER } from './blank';
import type { StoredRow } from './collection';
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
			...BLANK_ADVERTISER,
			...user('adv', number, mix(mix(seed, 0xad), number)),
			isByAssistantCreated: String(Number(number % 5 === 0)),
		});
	}
	for (let number = 1; number <= 12; number++) {
		store.webmaster.add({
			...BLANK_WEBMASTER,
			...user('site', number, mix(mix(seed, 0x3b), number)),
			comments: number % 3 === 0 ? 'Отчёт до 5-го числа & акт' : '',
		});
	}
	for (let number = 1; number <= 11; number++) {
		store.assistant.add({
			...BLANK_ASSISTANT,
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
