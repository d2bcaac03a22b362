export { waitForJob, type JobParts, type Poll, type PollPolicy } from './job';
