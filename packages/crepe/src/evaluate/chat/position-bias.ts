import { normalTail } from "@observatory/numerics/statistics";
