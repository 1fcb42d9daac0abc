import type { DomainSource } from "../../topic-source.ts";

export const travel: DomainSource = {
  id: "travel",
  replies: [
    "Stay {two|three} nights in one place rather than moving daily; book the {train|first night} early.",
    "Here is a rough plan by day; {prices|opening hours} change, so check before you go.",
  ],
  topics: {
    itinerary: String.raw`
      !weight 1.5
      @ an itinerary|a trip to $city|travel plans|planning a trip|our holiday in $country
      {Plan|Make} {an itinerary|a $days-day trip} {for|to} {$city|$country} {in $month|for two|with little money|without a car}.
      {What should I see|What is there to do} in $city {in $few days|on a rainy day|besides the museums|with my parents}?
      {We have|I've got} $days days in $country. {Where should we go|Is it enough for $city and $city2|What order makes sense}?
      {Is $city|Is $country} {worth visiting|too hot|safe|expensive} in {$month|winter|high season}?
      {Hidden gems|Day trips|Food tours|Free things to do} {in|near} $city?
      {Honeymoon|First solo trip|Anniversary weekend} in {$country|$city}: {ideas|what would you do}? {We like food and walking.|Budget $money.|No beaches.}
      ~ $city {3 days|weekend|itinerary|what to do}
      > {slower|with more nature|for rainy days}`,
    "cheap-flights": String.raw`
      @ flights|a flight|airline tickets|flying to $city|my plane ticket
      {When|How} do I {find|book} {cheap flights|the cheapest ticket} to {$city|$country} {in $month|for a family of $few}?
      My flight {was cancelled|is delayed by five hours|was overbooked}. {Do I get compensation|What are my rights}?
      {Can I|How do I} {change the name on|cancel|upgrade} {a plane ticket|a flight} {booked through an agency|without paying $money}?
      {What can I take|Are liquids|Is a power bank} {allowed|} in hand luggage {with a budget airline|on a flight to $country}?
      {Is 50 minutes|Is a night at the airport} {enough for|okay between} {a connecting flight|two flights} in {$city|Frankfurt|Dubai}?
      {The airline|They} lost my {suitcase|ski bag|stroller}. {What do I do|Who pays}?
      ~ flights {$city $city2|to $country $month} {cheap|direct|error fare}
      > with one checked bag`,
    "packing-list": String.raw`
      @ packing|a packing list|my suitcase|luggage|what to pack
      {Packing list|What do I pack} for {$days days in $country|a ski trip|a cruise|a festival|camping with kids} {in $month|}?
      How {do I fit|can I pack} {everything|clothes for $days days} {in a carry-on|in one backpack}?
      {What clothes|Which shoes|What jacket} {do I need|should I bring} {for $country in $month|for hiking|to a beach wedding}?
      {Do I need|Should I pack} {an adapter|mosquito spray|a first-aid kit|a sleeping bag} for {$country|the Camino|an island trip}?
      I always {forget something|pack too much}. {Make me a checklist|How do other people pack}?
      {Travelling with|Packing for} {a baby|a toddler|my elderly mother}: {what must not be missing|a list please}.
      ~ packing list {beach|hiking|carry on only|baby} [$days days]
      > we can do laundry there`,
    "hotel-choice": String.raw`
      @ a hotel|where to stay in $city|accommodation|an Airbnb|a hotel booking
      {Which area|What neighbourhood} {should I stay in|is best} in $city {for families|for nightlife|near the station|that is quiet}?
      {Hotel, hostel or Airbnb|Is a hostel okay} {in $city|for a couple in their fifties|with kids}?
      The {hotel|Airbnb} {was dirty|cancelled two days before|charged me twice|looked nothing like the photos}. {Can I get my money back|What do I write}?
      {Find|Recommend} {a hotel with pool|a guesthouse|a campsite|a spa hotel} {near $city|in $country} {under $money a night|that takes dogs}.
      {How do I|Is it normal to} {ask for a late checkout|tip the cleaner|get an upgrade|pay a deposit} {at a hotel|}?
      {What does|Is} {half board|a non-refundable rate|a twin room|city tax} {mean|worth it}?
      ~ where to stay $city {first time|with kids|cheap|near airport}
      > with parking`,
    "road-trip": String.raw`
      @ a road trip|a rental car|driving through $country|renting a car|a campervan
      {Plan|Route for} a road trip {through|around} $country {in $days days|with stops for kids|with a campervan|starting in $city}.
      {Do I need|Is it worth having} {full insurance|a 4x4|an international licence|winter tyres} for a rental car in $country?
      How long {is the drive|does it take} from {Lisbon to Porto|Chicago to Denver|Leeds to Glasgow|Toronto to Montreal|Hamburg to Krakow|Seattle to San Diego|Bologna to Valencia} {with breaks|with an electric car}? {Where should we stop on the way?}
      {Where can we|Is it allowed to} {sleep in a van|park overnight|camp wild} in $country?
      {The rental company|They} {charged me for a scratch|blocked $money on my card|had no car}. {What can I do?}
      {Songs|Games|Snacks} for {a ten-hour drive|a long car journey} with {two kids|$few friends}?
      ~ road trip {$country|coast|national parks} {route|stops|campervan}
      > less driving per day`,
    "public-transport-abroad": String.raw`
      @ trains|public transport in $city|train tickets|getting around in $city|getting from the airport
      How do I get from {the airport|the port|$city} to {the centre|$city2} {late at night|by train|with lots of luggage|cheaply}?
      {Is the rail pass|Is a day ticket|Is the city card} {worth it|cheaper} {for $days days in $country|if we only do two cities in $country|for a weekend in $city}?
      {How do I|Where do I} {buy|validate|reserve} {train tickets|metro tickets|a seat on a night train} in $country?
      {Uber, taxi or metro|Is the night bus safe|Can I use my phone to pay} in $city?
      {My train was late and|If} I {miss|missed} {the connection|the last bus}: {is my ticket still valid|who pays for a taxi}?
      {Bike|Scooter|Ferry} {rental|rules|timetable} in $city, {how does it work|is it tourist-friendly}?
      ~ {train|bus|metro} $city {airport|day pass|to $city2}
      > with a stroller`,
    "travel-with-kids": String.raw`
      @ travelling with kids|a family holiday|a holiday with a toddler|family travel
      {Where can we go|Holiday ideas} with {a baby|two kids of 4 and 7|teenagers} {in $month|that isn't only a pool|by train}?
      How do I {survive|prepare for} {a long flight|a six-hour car ride|jet lag} with a {toddler|baby|four-year-old}?
      {Is $city|Is $country} {good with kids|doable with a stroller}? {What can children do there?}
      {Does a child|Do kids} need {their own passport|a letter from the other parent|a car seat in taxis} {in|for} $country?
      {All-inclusive|Farm stay|Camping|City break} {with children|with grandparents and kids}: {what would you choose|where}?
      {What activities|Which rainy-day games|Which museums} {keep kids happy|work for ages 3 to 9} {on holiday|in $city}?
      ~ {family holiday|travel with toddler} {$country|flight tips|beach}
      > our youngest still naps`,
  },
};

export const home: DomainSource = {
  id: "home-and-garden",
  replies: [
    "Turn off the {water|power} first, then check the {seal|fuse|bracket}; it is a {ten|thirty}-minute job.",
    "Measure twice; {north light|clay soil|an old wall} changes what will work.",
  ],
  topics: {
    "diy-repair": String.raw`
      !weight 1.5
      @ a repair at home|a DIY repair|fixing something at home|DIY|a broken $item
      {My|The} $item {leaks|makes a weird noise|won't turn on|is stuck}. {How do I fix it|Can I repair it myself|Plumber or DIY}?
      How do I {hang a heavy mirror|drill into tiles|fill a hole|fix a squeaky floor|unclog a drain} {without damage|in a rented flat|in plasterboard}?
      {What tools|Which screws|What paint|What glue} {do I need|should I use} {for|to fix} {a garden gate|a wobbly chair|a bathroom shelf|damp walls}?
      {The fuse trips|The lights flicker|There's a wet patch on the ceiling} {when I use the oven|since the storm}. {Dangerous?|What could it be?}
      {How do I|Steps to} {paint a room|lay laminate|grout tiles|build a shelf|sand a floor} {as a beginner|on a weekend}?
      {What does|How much is} {a plumber|an electrician|a new kitchen tap} {cost|} {for such a repair|in $city}?
      ~ {fix|repair} $item {leaking|stuck|noise}
      > I don't have a drill
      =item washing machine|toilet|dishwasher|kitchen tap|boiler|window handle|door lock|fridge|garage door|shower|radiator|doorbell`,
    "vegetable-garden": String.raw`
      @ my vegetable garden|growing vegetables|gardening|tomatoes|raised beds
      {When do I|How do I} {plant|sow|prune|harvest} {tomatoes|carrots|garlic|raspberries|courgettes|an apple tree} {in $month|on a balcony|in a cold climate}?
      {Something is eating|There are spots on} my {cabbage|tomatoes|lettuce|roses|beans}. {What pest|How do I treat it without poison}?
      {What can I grow|Which vegetables} {in shade|in pots|in clay soil|in $month}?
      {Plan|Design} {a raised bed|a vegetable patch|a garden} of {two by three metres|40 square metres} {for beginners|with crop rotation}.
      {How do I|Tips to} {start a compost|get rid of slugs|water in a heatwave|save seeds|revive a lawn}?
      {My tomatoes|The cucumbers|My seedlings} {have yellow leaves|don't ripen|fall over}. {Too much water?|What are they missing?}
      ~ {grow|plant} {potatoes|tomatoes|herbs} {balcony|when|spacing}
      > can it still get frost`,
    houseplants: String.raw`
      @ a houseplant|my $plant|my plants|indoor plants|a sick plant
      My $plant {has brown tips|drops leaves|droops|has sticky leaves}. {What's wrong|Too much water or too little|Can I save it}?
      How {often|much} do I {water|fertilise|mist} a $plant {in winter|near a radiator}?
      {Which plants|What indoor plants} {survive in a dark hallway|are safe for cats|are hard to kill|like a bathroom}?
      {When|How} do I {repot|propagate|prune} a $plant? {In water or soil?|Which pot size?}
      There are {tiny flies|white fluffy things|webs} {on|around} my $plant. {How do I get rid of them?}
      {Does a|Is} $plant {need direct sun|toxic|a good gift|supposed to smell like that}?
      ~ $plant {yellow leaves|care|propagation|repot}
      > it stands at a north window
      =plant monstera|peace lily|orchid|ficus|snake plant|basil in a pot|succulent|calathea|lemon tree|pothos|fern`,
    "interior-design": String.raw`
      @ interior design|furnishing a room|decorating|my living room|the layout of a room
      {How do I furnish|Ideas for|How would you arrange} a {living room of 14 square metres|long narrow bedroom|kids' room for two|dark hallway|studio flat}?
      What colour {should I paint|goes with} {a north-facing room|oak floors|a green sofa|grey tiles}?
      {Where does|Where do I put} {the desk|the sofa|the bed|a piano} {if the door is in the corner|in an open kitchen}?
      {Cosy|Scandinavian|Mid-century|Boho} style {on a budget|in a rented flat|with children}: {how|ideas please}?
      {Curtains or blinds|Rug size|How high do I hang pictures|What lamps} {for a high ceiling|over a dining table|in the bedroom}?
      {My flat feels|The room looks} {cold|cluttered|like a waiting room}. {What's missing|How do I make it homely}?
      ~ {small bedroom|living room|home office} {layout|colour ideas|decor}
      > without painting the walls`,
    "cleaning-stains": String.raw`
      @ a stain|cleaning|getting a stain out|laundry|removing stains
      How do I get {red wine|blood|ink|curry|chewing gum|candle wax|grass} out of {a white shirt|the carpet|jeans|a wool coat|the sofa}?
      {What removes|How do I clean} {limescale from the shower|burnt food from a pan|mould in the bathroom|oven glass|sticky labels}?
      My {towels|washing machine|shoes|fridge} {smells|smell}. {Vinegar|Bleach|What helps}?
      I {washed|shrank|dyed} {a wool jumper|everything pink|my leather jacket}. {Can I save it?}
      {A cleaning schedule|Cleaning routine|How often should I clean} for {a flat with two cats|a family of $few|people who hate cleaning}?
      {Is it safe|Does it work} to clean {marble|wood|suede|silver} with {vinegar|baking soda|lemon}?
      ~ {remove|clean} {wine stain|limescale|grease|mould} {carpet|cotton|grout}
      > it's already dried in`,
    "energy-saving": String.raw`
      @ energy bills|electricity use|heating costs|solar panels|insulation
      {Our electricity bill|The heating bill} {doubled|is $money a month}. {What uses so much|How do we save energy}?
      {Heat pump|Solar panels|New windows|A wood stove}: {worth it|what does it cost|how many years until it pays off} {for an old house|in $country}?
      How much {power|electricity} does {a fridge|a gaming PC|a dryer|an electric car|standby} {use|cost} {a year|}?
      {What temperature|How} should I {heat|ventilate} {when I'm out|in winter|to avoid mould}?
      {How do I|Can I} {insulate the attic|seal draughty windows|bleed a radiator|read my meter} {myself|}?
      {Which tariff|Switch provider|Fixed or flexible price}? We use {2,400|3,900|5,200} kWh {a year|with a heat pump}.
      ~ {solar|heat pump|led|insulation} {cost|savings|worth it}
      > is there a subsidy`,
    "moving-house": String.raw`
      @ moving house|a move|moving to a new flat|our move|a moving checklist
      {Make|Give me} a {moving checklist|timeline for moving} {to $city|within $weeks|with a baby and a cat}.
      {How many boxes do I need|How big a van do I need|How much does it cost to move} {from a two-room flat|for a family of $few|to $city}?
      {How do I|Tips to} {pack dishes|move a piano|get rid of old furniture|find movers} {cheaply|in $city}?
      {Who do I have to tell|Where do I change} my address {when I move|to $country}?
      {Moving in with|Moving away from} {my partner|my parents|roommates}: {what should we settle first|how do we divide the stuff}?
      {What do I check|Protocol} {at the handover|before I sign for the new flat|when I leave the old flat}?
      ~ moving {checklist|boxes|costs} {2 bedroom|abroad|last minute}
      > we have no lift`,
  },
};
